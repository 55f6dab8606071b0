package org.mailroom.installation.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The binding in the data directory. The file system's own number of the file is a part of it: a
 * copy of the directory has another one, while restarts, new containers over the same volume and a
 * renamed directory keep it. Outside containers the machine is a part of it too.
 */
public final class BindingFile {
  private static final String BINDING = "installation";
  private static final String BEAT = "installation-beat";
  private static final Pattern INODE = Pattern.compile("ino=(\\d+)");
  private static final Path MACHINE_ID = Path.of("/etc/machine-id");
  private static final List<Path> SIGNS_OF_A_CONTAINER =
      List.of(Path.of("/.dockerenv"), Path.of("/run/.containerenv"));
  private static final String KUBERNETES = "KUBERNETES_SERVICE_HOST";

  private final Path directory;

  public BindingFile(Path directory) {
    this.directory = directory;
  }

  /** What is remembered; empty if nothing is, or it cannot be made out. */
  public Optional<Binding> read() {
    return text(BINDING)
        .map(text -> text.lines().toList())
        .filter(lines -> lines.size() == 3)
        .map(lines -> new Binding(lines.get(0), lines.get(1), lines.get(2)));
  }

  /** Remembers; the file stays the same file. */
  public void write(String installation, String database) {
    Path file = directory.resolve(BINDING);
    try {
      Files.createDirectories(directory);
      if (Files.notExists(file)) {
        Files.createFile(file);
      }
      Files.writeString(file, String.join("\n", installation, database, place()));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** The present mark of machine and file; only the machine's while there is no file. */
  public String place() {
    return machine() + " " + fileNumber();
  }

  private String fileNumber() {
    try {
      Path file = directory.resolve(BINDING);
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      Matcher inode = INODE.matcher(String.valueOf(key));
      // without such numbers (Windows) the path is the next best
      return inode.find() ? inode.group(1) : file.toRealPath().toString();
    } catch (IOException none) {
      return "none";
    }
  }

  // in a container the machine is the image's, and changes with it
  private static String machine() {
    boolean contained =
        System.getenv(KUBERNETES) != null || SIGNS_OF_A_CONTAINER.stream().anyMatch(Files::exists);
    try {
      return contained ? "container" : digest(Files.readString(MACHINE_ID).strip());
    } catch (IOException none) {
      return "unknown";
    }
  }

  private static String digest(String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("mailroom " + id).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The last beat that this directory knows of; empty if it knows none. */
  public OptionalLong beat() {
    return text(BEAT).filter(text -> text.matches("\\d{1,18}")).stream()
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  public void beat(long count) {
    try {
      Files.writeString(directory.resolve(BEAT), Long.toString(count));
    } catch (IOException e) {
      throw unwritable(directory.resolve(BEAT), e);
    }
  }

  private Optional<String> text(String name) {
    try {
      return Optional.of(Files.readString(directory.resolve(name)).strip());
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static UncheckedIOException unwritable(Path file, IOException cause) {
    return new UncheckedIOException(
        "Cannot write %s. Let the server's user write there, or set MAILROOM_DATA_DIR."
            .formatted(file),
        cause);
  }
}
