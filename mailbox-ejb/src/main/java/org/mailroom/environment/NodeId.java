package org.mailroom.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Names this node, the same before and after a restart, so that it can take back at once what it
 * held when it was killed. Kept in the file {@code node-id} of the data directory; nodes that share
 * a database must not share a data directory.
 */
public record NodeId(String value) {
  private static final String FILE = "node-id";

  /** The name kept in a directory; both are made on the first start. */
  public static NodeId in(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(directory);
        Files.writeString(file, UUID.randomUUID().toString());
      }
      return new NodeId(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read or write %s. Let the server's user write there, or set MAILROOM_DATA_DIR."
              .formatted(file),
          e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
