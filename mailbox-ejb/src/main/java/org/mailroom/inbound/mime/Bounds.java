package org.mailroom.inbound.mime;

import java.util.Optional;

/** How much of one mail is read, and what it first goes beyond. */
final class Bounds {
  private final int parts;
  private String passed = "";

  /**
   * @param parts the most, and the most files as well
   */
  Bounds(int parts) {
    this.parts = parts;
  }

  int parts() {
    return parts;
  }

  /** Notes that the mail goes beyond one; what was read until then stays. */
  void pass(String sentence) {
    passed = passed.isEmpty() ? sentence : passed;
  }

  /** Beyond which, in one sentence. */
  Optional<String> passed() {
    return Optional.of(passed).filter(sentence -> !sentence.isEmpty());
  }
}
