package org.mailroom.mailbox.socket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.ForbiddenTarget;

/** Looks servers up and refuses those that no mailbox may point at. */
@Dependent
public class Targets {
  /** Where names become addresses. */
  @FunctionalInterface
  public interface Resolver {
    InetAddress[] addressesOf(String server) throws UnknownHostException;
  }

  private final AllowedHosts allowed;
  private final Resolver resolver;

  @Inject
  public Targets(Environment environment) {
    this(AllowedHosts.of(environment.allowedHosts()), InetAddress::getAllByName);
  }

  public Targets(AllowedHosts allowed, Resolver resolver) {
    this.allowed = allowed;
    this.resolver = resolver;
  }

  /**
   * The address to connect to.
   *
   * @throws ForbiddenTarget if one of the server's addresses is private and not allowed: which of
   *     them a connection would take is not ours to say
   */
  public InetAddress addressOf(String server) throws UnknownHostException {
    return addressesOf(server).get(0);
  }

  /** All of them, at least one, on the same condition; the first is the one to connect to. */
  public List<InetAddress> addressesOf(String server) throws UnknownHostException {
    InetAddress[] addresses = resolver.addressesOf(server);
    for (InetAddress address : addresses) {
      if (!allowed.allow(server, address)) {
        throw new ForbiddenTarget(server);
      }
    }
    return List.of(addresses);
  }
}
