package org.mailroom.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.mailroom.contract.FileLimits;
import org.mailroom.contract.WhenFileRefused;
import org.mailroom.failure.Problem;

class FileLimitRulesTest {
  @Test
  void sizes_and_types_that_can_be_are_right() {
    assertThat(FileLimitRules.problems(limits(1, 20480, "pdf image/* 7z", "executables")))
        .isEmpty();
  }

  @Test
  void every_broken_rule_is_told_with_its_field() {
    assertThat(FileLimitRules.problems(limits(0, 20481, "image/", "x".repeat(1001))))
        .extracting(Problem::code, Problem::field)
        .containsExactly(
            tuple("FILE_SIZE_RANGE", "maxFileKb"),
            tuple("FILE_SIZE_RANGE", "maxFilesKb"),
            tuple("FILE_TYPES_FORM", "allowedFiles"),
            tuple("FILE_TYPES_LENGTH", "refusedFiles"));
  }

  private static FileLimits limits(int one, int all, String allowed, String refused) {
    return new FileLimits(one, all, allowed, refused, WhenFileRefused.LEAVE_OUT);
  }
}
