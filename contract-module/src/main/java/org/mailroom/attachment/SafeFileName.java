package org.mailroom.attachment;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Names for files that every platform takes and that mislead nobody: no path, no control codes, no
 * marks that turn the direction of writing, none of the names and ends that Windows gives a meaning
 * to, and at most 200 bytes in UTF-8, as file systems take 255 and people put numbers behind.
 */
public final class SafeFileName {
  private static final int MAX_BYTES = 200;
  private static final int MAX_EXTENSION_BYTES = 20;
  private static final String NAMELESS = "attachment";

  private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
  // Cf holds the marks of direction: exe.fdp would show as pdf.exe read backwards
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}<>:\"|?*]");
  private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
  private static final Pattern DEVICE =
      Pattern.compile(
          "(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])\\s*(\\..*)?");

  private SafeFileName() {}

  /**
   * @param name as somebody stated it; null counts as none
   */
  public static String of(String name) {
    String last = PATH.matcher(name == null ? "" : name).replaceFirst("");
    String plain = UNSAFE.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("");
    String trimmed = EDGES.matcher(plain).replaceAll("");
    String visible = trimmed.isEmpty() ? NAMELESS : trimmed;
    return shortened(DEVICE.matcher(visible).matches() ? "_" + visible : visible);
  }

  private static String shortened(String name) {
    if (bytes(name) <= MAX_BYTES) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 ? name.substring(dot) : "";
    String kept = bytes(extension) <= MAX_EXTENSION_BYTES ? extension : "";
    String stem = name.substring(0, name.length() - kept.length());
    return EDGES.matcher(cut(stem, MAX_BYTES - bytes(kept))).replaceAll("") + kept;
  }

  private static String cut(String text, int most) {
    int end = 0;
    int size = 0;
    while (end < text.length()) {
      int code = text.codePointAt(end);
      size += bytes(Character.toString(code));
      if (size > most) {
        break;
      }
      end += Character.charCount(code);
    }
    return text.substring(0, end);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
