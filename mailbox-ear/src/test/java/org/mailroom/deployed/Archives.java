package org.mailroom.deployed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.Archive;

/** Reads what is inside an archive. */
public final class Archives {
  private Archives() {}

  public static String text(Archive<?> archive, String path) {
    try (InputStream stream = archive.get(path).getAsset().openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
