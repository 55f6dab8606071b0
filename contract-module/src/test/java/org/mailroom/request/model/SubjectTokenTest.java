package org.mailroom.request.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailroom.request.RequestNumber;

class SubjectTokenTest {
  private static final RequestNumber NUMBER = new RequestNumber(4711);

  // a signature that depends on the number, as a real one does
  private final SubjectToken token =
      new SubjectToken(
          text -> text.replaceAll("[0-9]", "x") + "abcdefghijkl",
          (text, signature) -> text.equals("4711") && signature.equalsIgnoreCase("xxxxabcd"));

  @Test
  void carries_number_and_signature() {
    assertThat(token.of(NUMBER)).isEqualTo("[#4711-xxxxabcd]");
  }

  @Test
  void is_found_anywhere_in_a_subject_whatever_the_case() {
    assertThat(token.in("Re: printer [#4711-XXXXABCD] still broken")).contains(NUMBER);
  }

  @Test
  void a_false_one_is_passed_over() {
    assertThat(token.in("[#4712-xxxxabcd]")).isEmpty();
    assertThat(token.in("[#4712-xxxxabcd] [#4711-xxxxabcd]")).contains(NUMBER);
  }

  @Test
  void a_bare_number_is_none() {
    assertThat(token.in("Re: Request 4711 [#4711] #4711")).isEmpty();
    assertThat(token.in("")).isEmpty();
    assertThat(token.in("[#99999999999999999999-xxxxabcd]")).isEmpty();
  }
}
