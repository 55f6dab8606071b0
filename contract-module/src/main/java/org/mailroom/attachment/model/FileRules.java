package org.mailroom.attachment.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailroom.attachment.FileRefusal;
import org.mailroom.contract.FileLimits;

/** Judges the files of one mail or one upload, in their order, by the limits of a contract. */
public final class FileRules {
  // what systems run when a person opens it
  private static final Set<String> PROGRAMS =
      Set.of(
          "ade", "adp", "apk", "app", "appx", "bat", "chm", "cmd", "com", "cpl", "dll", "exe",
          "gadget", "hta", "inf", "ins", "jar", "js", "jse", "lib", "lnk", "mde", "msc", "msi",
          "msix", "msp", "mst", "nsh", "pif", "ps1", "psm1", "reg", "scf", "scr", "sct", "sh",
          "shb", "sys", "vb", "vbe", "vbs", "vxd", "wsc", "wsf", "wsh");

  private final FileLimits limits;
  private final FileTypes types;
  private long kept;

  public FileRules(FileLimits limits, FileTypes types) {
    this.limits = limits;
    this.types = types;
  }

  /** Why the next file cannot be taken; empty if it can, and then it counts. */
  public Optional<FileRefusal> next(String name, byte[] content) {
    Optional<FileRefusal> refusal =
        size(name, content).or(() -> sum(name, content)).or(() -> type(name, content));
    if (refusal.isEmpty()) {
      kept += content.length;
    }
    return refusal;
  }

  private Optional<FileRefusal> size(String name, byte[] content) {
    return content.length <= bytes(limits.maxFileKb())
        ? Optional.empty()
        : refused(
            "FILE_TOO_LARGE",
            name,
            "it has %d KB, and the contract takes at most %d KB"
                .formatted((content.length + 1023) / 1024, limits.maxFileKb()));
  }

  private Optional<FileRefusal> sum(String name, byte[] content) {
    return kept + content.length <= bytes(limits.maxFilesKb())
        ? Optional.empty()
        : refused(
            "FILES_TOO_LARGE",
            name,
            "with it the files have more than %d KB together".formatted(limits.maxFilesKb()));
  }

  private static long bytes(int kb) {
    return kb * 1024L;
  }

  private Optional<FileRefusal> type(String name, byte[] content) {
    if (limits.allowed().isEmpty() && limits.refused().isEmpty()) {
      return Optional.empty();
    }
    FileType type = types.of(name, content);
    String ending = ending(name);
    boolean taken =
        limits.refused().stream().noneMatch(refused -> refuses(refused, ending, type))
            && isAllowed(ending, type);
    return taken
        ? Optional.empty()
        : refused(
            "FILE_TYPE_REFUSED",
            name,
            "the contract takes no files of its type (%s)".formatted(type.byContent()));
  }

  private static boolean refuses(String refused, String ending, FileType type) {
    boolean programs = refused.equals(FileLimits.EXECUTABLES);
    return (programs && PROGRAMS.contains(ending))
        || ((programs || PROGRAMS.contains(refused)) && type.program())
        || refused.equals(ending)
        || (!type.isVague() && type.endings().contains(refused))
        || isMedia(refused, type.byContent())
        || isMedia(refused, type.byName());
  }

  /** Both what the name promises and what the content is must be allowed. */
  private boolean isAllowed(String ending, FileType type) {
    if (limits.allowed().isEmpty()) {
      return true;
    }
    boolean named = ending.isEmpty() || allows(ending, type.byName(), Set.of(ending), type);
    return named && allows(ending, type.byContent(), type.endings(), type);
  }

  private boolean allows(String ending, String media, Set<String> endings, FileType type) {
    // an ending that nobody knows is all there is to go by
    boolean byEndingAlone = type.byName().equals(FileType.UNKNOWN) && !type.program();
    return limits.allowed().stream()
        .anyMatch(
            allowed ->
                endings.contains(allowed)
                    || isMedia(allowed, media)
                    || (byEndingAlone && allowed.equals(ending))
                    || (allowed.equals(FileLimits.EXECUTABLES) && type.program()));
  }

  private static boolean isMedia(String wanted, String type) {
    return wanted.endsWith("/*")
        ? type.startsWith(wanted.substring(0, wanted.length() - 1))
        : wanted.equals(type);
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<FileRefusal> refused(String code, String name, String why) {
    return Optional.of(new FileRefusal(code, name, why));
  }
}
