package org.mailroom.launch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** The temporary directory the server unpacks itself into; gone after the program has ended. */
record Workspace(Path directory) {

  static Workspace create() throws StartFailed {
    try {
      var workspace = new Workspace(Files.createTempDirectory("mailroom-"));
      Runtime.getRuntime().addShutdownHook(new Thread(workspace::deleteLater, "Mailroom clean-up"));
      return workspace;
    } catch (IOException e) {
      throw new StartFailed("there is no temporary directory: " + e.getMessage(), e);
    }
  }

  /** Copies what lies beside these classes, or in the root of the jar, to a file. */
  Path unpack(String resource, String name) throws StartFailed {
    var file = directory.resolve(name);
    try (var content = Workspace.class.getResourceAsStream(resource)) {
      if (content == null) {
        throw new StartFailed(resource + " is missing in this jar.");
      }
      Files.copy(content, file);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
    return file;
  }

  Path write(String name, String text) throws StartFailed {
    var file = directory.resolve(name);
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /**
   * The server still uses its files while it stops, in a shutdown hook like this one. What is
   * registered here is deleted after the last hook, children before their parents.
   */
  private void deleteLater() {
    try {
      Files.walkFileTree(directory, new DeletingOnExit());
    } catch (IOException e) {
      // Left to the system, which clears its temporary directory now and then.
    }
  }

  private static StartFailed cannotWrite(Path file, IOException cause) {
    return new StartFailed("cannot write " + file + ": " + cause.getMessage(), cause);
  }

  private static final class DeletingOnExit extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      directory.toFile().deleteOnExit();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      file.toFile().deleteOnExit();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
      return FileVisitResult.CONTINUE;
    }
  }
}
