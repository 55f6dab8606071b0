package org.mailroom.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own, in memory, that can be filled to the last byte. Only for root. */
final class SmallDisk implements AutoCloseable {
  private final Path directory;

  SmallDisk(Path directory, int megabytes) throws IOException {
    this.directory = directory;
    run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString());
  }

  /** Leaves no byte. */
  void fill() {
    byte[] page = new byte[4096];
    try (OutputStream out = Files.newOutputStream(ballast())) {
      while (true) {
        out.write(page);
      }
    } catch (IOException full) {
      // as wanted
    }
  }

  /** Gives back what {@link #fill} took. */
  void free() throws IOException {
    Files.delete(ballast());
  }

  private Path ballast() {
    return directory.resolve("ballast");
  }

  @Override
  public void close() throws IOException {
    run("umount", "--lazy", directory.toString());
  }

  private static void run(String... command) throws IOException {
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IOException("Failed: " + String.join(" ", command));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
