package org.mailroom.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * The key file: made on the first start, readable by its owner only, and only ever replaced whole,
 * so that nodes that share it read either the old one or the new one.
 */
record KeyFile(Path path) implements KeySource {

  @Override
  public MasterKey read() throws IOException, GeneralSecurityException {
    if (Files.notExists(path)) {
      Files.createDirectories(directory());
      write(path, MasterKey.create().text());
    }
    return MasterKey.parse(Files.readString(path));
  }

  @Override
  public Object stamp() {
    try {
      var file = Files.readAttributes(path, BasicFileAttributes.class);
      return Arrays.asList(file.fileKey(), file.lastModifiedTime(), file.size());
    } catch (IOException gone) {
      return null;
    }
  }

  @Override
  public boolean isWritable() {
    return Files.isWritable(path) && Files.isWritable(directory());
  }

  @Override
  public void replace(MasterKey key) throws IOException {
    String backup = "%s.before-%s".formatted(path.getFileName(), key.present(KeyPurpose.SEAL));
    Path beside = path.resolveSibling(backup);
    if (Files.notExists(beside)) {
      write(beside, Files.readString(path));
    }
    write(path, key.text());
  }

  /** Writes a file that only its owner reads, whole or not at all, and safely on the disk. */
  static void write(Path file, String text) throws IOException {
    Path written = ownersOnly(file);
    Files.writeString(written, text);
    try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path ownersOnly(Path file) throws IOException {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    return Files.createTempFile(file.toAbsolutePath().getParent(), ".key", "", mode);
  }

  private Path directory() {
    return path.toAbsolutePath().getParent();
  }

  @Override
  public String name() {
    return path.toString();
  }
}
