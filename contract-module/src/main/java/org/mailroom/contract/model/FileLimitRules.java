package org.mailroom.contract.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.contract.FileLimits;
import org.mailroom.failure.Problem;

/** Judges complete limits of files (docs/contracts.md). */
final class FileLimitRules {
  private static final int MAX_TYPES = 1000;
  private static final Pattern TYPE =
      Pattern.compile("[\\p{L}\\p{N}_-]{1,20}|[a-z0-9.+-]{1,100}/([a-z0-9.+-]{1,100}|\\*)");

  private FileLimitRules() {}

  static Stream<Problem> problems(FileLimits stated) {
    return Stream.of(
            size("maxFileKb", stated.maxFileKb()),
            size("maxFilesKb", stated.maxFilesKb()),
            types("allowedFiles", stated.allowedFiles(), stated.allowed()),
            types("refusedFiles", stated.refusedFiles(), stated.refused()))
        .flatMap(Optional::stream);
  }

  private static Optional<Problem> size(String field, int kb) {
    return kb >= 1 && kb <= FileLimits.MOST_KB
        ? Optional.empty()
        : problem(
            "FILE_SIZE_RANGE",
            field,
            "Give a size from 1 to %d KB; mail with larger files is not read at all."
                .formatted(FileLimits.MOST_KB));
  }

  private static Optional<Problem> types(String field, String text, List<String> types) {
    if (text.length() > MAX_TYPES) {
      return problem(
          "FILE_TYPES_LENGTH",
          field,
          "These are too many types: %d characters at most.".formatted(MAX_TYPES));
    }
    return types.stream()
        .filter(type -> !TYPE.matcher(type).matches())
        .findFirst()
        .flatMap(
            type ->
                problem(
                    "FILE_TYPES_FORM",
                    field,
                    "%s is no type of file. Write an ending such as pdf, a media type such as image/*, or executables."
                        .formatted(type)));
  }

  private static Optional<Problem> problem(String code, String field, String message) {
    return Optional.of(new Problem(code, field, message));
  }
}
