package org.mailroom.inbound.mime;

import java.net.URLConnection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.inbound.model.TextWidth;

/** Names for attachments: safe to show and to offer for download, whatever the sender wrote. */
final class FileNames {
  private static final int MAX = 200;
  private static final int MAX_EXTENSION = 20;

  // Cf holds the marks that turn the direction of writing: exe.fdp shown as pdf.exe backwards
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}<>:\"|?*]");
  private static final Pattern PATH = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
  private static final Map<String, String> EXTENSIONS =
      Map.ofEntries(
          Map.entry("text/plain", ".txt"),
          Map.entry("text/html", ".html"),
          Map.entry("text/calendar", ".ics"),
          Map.entry("text/csv", ".csv"),
          Map.entry("text/vcard", ".vcf"),
          Map.entry("text/x-vcard", ".vcf"),
          Map.entry("message/rfc822", ".eml"),
          Map.entry("message/global", ".eml"),
          Map.entry("message/news", ".eml"),
          Map.entry("application/pgp-signature", ".asc"),
          Map.entry("image/png", ".png"),
          Map.entry("image/jpeg", ".jpg"),
          Map.entry("image/gif", ".gif"),
          Map.entry("application/pdf", ".pdf"),
          Map.entry("text/rtf", ".rtf"),
          Map.entry("application/rtf", ".rtf"));
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private FileNames() {}

  /**
   * @param number of the attachment in its mail, for one without a name
   */
  static String safe(String name, String type, int number) {
    String line = name.replaceAll("[\\r\\n\\t]+", " ");
    String base = UNSAFE.matcher(PATH.matcher(line).replaceFirst("")).replaceAll("").strip();
    String visible = base.replaceFirst("^\\.+", "");
    return visible.isEmpty() ? "attachment-%d%s".formatted(number, extension(type)) : cut(visible);
  }

  private static String extension(String type) {
    boolean words = type.startsWith("text/") || type.startsWith("message/");
    return EXTENSIONS.getOrDefault(type, words ? ".txt" : ".bin");
  }

  /** The type that a name promises. */
  static String type(String name) {
    return Optional.ofNullable(URLConnection.guessContentTypeFromName(name)).orElse(UNKNOWN_TYPE);
  }

  private static String cut(String name) {
    int dot = name.lastIndexOf('.');
    if (name.length() <= MAX || dot < 0 || name.length() - dot > MAX_EXTENSION) {
      return TextWidth.fit(name, MAX);
    }
    String extension = name.substring(dot);
    return TextWidth.fit(name.substring(0, dot), MAX - extension.length()) + extension;
  }
}
