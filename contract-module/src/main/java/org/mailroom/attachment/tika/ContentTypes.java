package org.mailroom.attachment.tika;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;
import org.mailroom.attachment.model.FileType;
import org.mailroom.attachment.model.FileTypes;

/** Looks at the first bytes, never into archives. Thread-safe. */
@ApplicationScoped
public class ContentTypes implements FileTypes {
  private static final Set<String> PROGRAMS =
      Set.of(
          "application/x-msdownload",
          "application/x-dosexec",
          "application/x-ms-installer",
          "application/x-elf",
          "application/x-mach-o",
          "application/x-sh",
          "application/x-bat",
          "application/x-ms-shortcut",
          "application/java-vm");

  /** Read when the first file needs it: it takes a second, and most contracts name no types. */
  private static final class Known {
    static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
  }

  @Override
  public FileType of(String name, byte[] content) {
    MediaType found = detected(name, content);
    return new FileType(
        found.getBaseType().toString(),
        detected(name, new byte[0]).getBaseType().toString(),
        endings(found),
        isProgram(found) || isProgram(detected("", content)));
  }

  private static MediaType detected(String name, byte[] content) {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    try (TikaInputStream in = TikaInputStream.get(content)) {
      return Known.TYPES.detect(in, metadata, new ParseContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isProgram(MediaType type) {
    Set<MediaType> seen = new HashSet<>();
    for (MediaType at = type; at != null && seen.add(at); at = supertype(at)) {
      if (PROGRAMS.contains(at.toString())) {
        return true;
      }
    }
    return false;
  }

  private static MediaType supertype(MediaType type) {
    return Known.TYPES.getMediaTypeRegistry().getSupertype(type);
  }

  private static Set<String> endings(MediaType type) {
    try {
      return Known.TYPES.forName(type.toString()).getExtensions().stream()
          .map(ending -> ending.substring(1))
          .collect(Collectors.toSet());
    } catch (MimeTypeException e) {
      throw new IllegalStateException("A type that was detected has a name", e);
    }
  }
}
