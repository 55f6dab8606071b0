package org.mailroom.launch;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/**
 * Says that a directory is in use for as long as a program lives, however that ends: a file in it
 * that is locked, as the system lets go of the locks of a program that was killed.
 */
record Claim(FileChannel file) implements Closeable {
  static Claim on(Path directory) throws IOException {
    var claim = new Claim(FileChannel.open(file(directory), CREATE_NEW, WRITE));
    claim.lock();
    return claim;
  }

  // an empty file is left alone by others: one that is about to be locked, or cannot be
  private void lock() {
    try {
      file.lock();
      file.write(ByteBuffer.wrap(new byte[] {'\n'}));
    } catch (IOException e) {
      // A file system without locks: what a killed program leaves there stays.
    }
  }

  /** The file that says so; the last to be deleted. */
  static Path file(Path directory) {
    return directory.resolve("in-use");
  }

  /**
   * Whether the one who claimed a directory is gone. Not to be asked by that one itself: to close
   * the file a second time would end its claim (see {@link java.nio.channels.FileLock}).
   */
  static boolean isGivenUp(Path directory) {
    try (var file = FileChannel.open(file(directory), WRITE);
        var lock = file.tryLock()) {
      return lock != null && file.size() > 0;
    } catch (IOException | OverlappingFileLockException e) {
      return false; // never claimed, or by somebody else
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
