package org.mailroom.deployed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The data of the servers that Arquillian starts, one after the other in one JVM of tests. */
public final class DataDirectory {
  private DataDirectory() {}

  /**
   * Waits for the end of the server before. Arquillian tells it to end and goes on; H2 opens its
   * database for one at a time.
   */
  public static void awaitFree() {
    Path database = Path.of(System.getenv("MAILROOM_DATA_DIR"), "mailroom.mv.db");
    Await.until(
        "the database is closed", () -> !Files.exists(database) || isNobodysPresently(database));
  }

  private static boolean isNobodysPresently(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
