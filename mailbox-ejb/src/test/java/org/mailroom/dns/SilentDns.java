package org.mailroom.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Nobody answers, and that is known at once. */
public final class SilentDns extends Dns {
  public SilentDns() {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 53));
  }

  @Override
  public CompletableFuture<Optional<List<String>>> texts(String name) {
    return CompletableFuture.completedFuture(Optional.empty());
  }
}
