package org.mailroom.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which files a contract takes, by mail as by upload.
 *
 * <p>A list of types names endings ({@code pdf}), media types ({@code image/png}, {@code image/*})
 * and {@link #EXECUTABLES}, separated by white space, commas or semicolons. A file has the type of
 * its name and that of its content: both must be allowed, and none may be refused.
 *
 * @param maxFileKb largest file, in units of 1,024 bytes; null for {@link #MOST_KB}
 * @param maxFilesKb all files of one mail or one upload together; null for {@link #MOST_KB}
 * @param allowedFiles types; empty for all, null for empty
 * @param refusedFiles types, even if allowed; null for empty
 * @param whenFileRefused null for LEAVE_OUT
 */
public record FileLimits(
    Integer maxFileKb,
    Integer maxFilesKb,
    String allowedFiles,
    String refusedFiles,
    WhenFileRefused whenFileRefused) {
  /** A mail with more is not read at all. */
  public static final int MOST_KB = 20 * 1024;

  /** In a list of types: every program and script, under any name. */
  public static final String EXECUTABLES = "executables";

  /** What a contract takes that says nothing. */
  public static final FileLimits USUAL =
      new FileLimits(MOST_KB, MOST_KB, "", "", WhenFileRefused.LEAVE_OUT);

  FileLimits completed() {
    return new FileLimits(
        maxFileKb == null ? USUAL.maxFileKb : maxFileKb,
        maxFilesKb == null ? USUAL.maxFilesKb : maxFilesKb,
        spelled(allowedFiles),
        spelled(refusedFiles),
        whenFileRefused == null ? USUAL.whenFileRefused : whenFileRefused);
  }

  private static String spelled(String types) {
    return types == null
        ? ""
        : parts(types.toLowerCase(Locale.ROOT)).stream()
            .map(type -> type.replaceFirst("^\\*?\\.", ""))
            .distinct()
            .collect(Collectors.joining(" "));
  }

  /** The types that are allowed; empty for all. */
  public List<String> allowed() {
    return parts(allowedFiles);
  }

  public List<String> refused() {
    return parts(refusedFiles);
  }

  private static List<String> parts(String types) {
    return Arrays.stream(types.split("[\\s,;]+", -1)).filter(type -> !type.isEmpty()).toList();
  }
}
