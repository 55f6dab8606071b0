package org.mailroom.launch;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;

/**
 * The temporary directory the server unpacks itself into; gone after the program has ended. What a
 * program leaves that was killed, the next one deletes.
 */
record Workspace(Path directory) {
  private static final String PREFIX = "mailroom-";

  static Workspace create() throws StartFailed {
    try {
      var workspace = new Workspace(Files.createTempDirectory(PREFIX));
      var claim = Claim.on(workspace.directory);
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> workspace.deleteLater(claim), "Mailroom clean-up"));
      // hundreds of megabytes each, for which nobody shall wait
      daemon(workspace::deleteGivenUp).start();
      return workspace;
    } catch (IOException e) {
      throw new StartFailed("there is no temporary directory: " + e.getMessage(), e);
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "Mailroom remains");
    thread.setDaemon(true);
    return thread;
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
  private void deleteLater(Claim claim) {
    try (claim) {
      Files.walkFileTree(directory, new DeletingOnExit());
    } catch (IOException e) {
      // Left to the system, which clears its temporary directory now and then.
    }
  }

  /** Deletes the workspaces beside this one whose programs were killed. */
  void deleteGivenUp() {
    try (var all = Files.newDirectoryStream(directory.getParent(), PREFIX + "*")) {
      for (var other : all) {
        if (!other.equals(directory) && isOurs(other) && Claim.isGivenUp(other)) {
          delete(other);
        }
      }
    } catch (IOException e) {
      // Left to the next one.
    }
  }

  // where all may write, somebody else's directory could lead us anywhere
  private boolean isOurs(Path other) throws IOException {
    return Files.getOwner(other, NOFOLLOW_LINKS).equals(Files.getOwner(directory));
  }

  // its claim last, or what could not be deleted would be nobody's
  private static void delete(Path workspace) throws IOException {
    var claim = Claim.file(workspace);
    for (var file : childrenFirst(workspace)) {
      if (!file.equals(claim) && !file.equals(workspace)) {
        Files.delete(file);
      }
    }
    Files.delete(claim);
    Files.delete(workspace);
  }

  private static List<Path> childrenFirst(Path directory) throws IOException {
    try (var all = Files.walk(directory)) {
      return all.sorted(Comparator.reverseOrder()).toList();
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
