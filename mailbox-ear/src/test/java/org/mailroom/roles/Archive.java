package org.mailroom.roles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mailroom.contract.Contracts;
import org.mailroom.flow.Flows;
import org.mailroom.mailbox.Mailboxes;

/** The classes of Mailroom's modules, wherever the build has put them: in a jar or a folder. */
final class Archive {
  /** One class of each module with service beans. */
  static final List<Class<?>> MODULES = List.of(Mailboxes.class, Contracts.class, Flows.class);

  private Archive() {}

  /** All classes of the module that one is from. */
  static List<Class<?>> around(Class<?> anchor) {
    return around(anchor, "");
  }

  /** Those whose names end so. */
  static List<Class<?>> around(Class<?> anchor, String ending) {
    Path place = Path.of(location(anchor));
    try {
      if (Files.isDirectory(place)) {
        return in(place, ending);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return in(jar.getPath("/"), ending);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI location(Class<?> anchor) {
    try {
      return anchor.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> in(Path root, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("org/mailroom"))) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(ending + ".class") && !name.endsWith("package-info.class"))
          .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
          .toList();
    }
  }

  private static Class<?> load(String path) {
    try {
      return Class.forName(path.replace('/', '.'), false, Archive.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
