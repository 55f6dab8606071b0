package org.mailroom.attachment;

/**
 * Why a file is not taken.
 *
 * @param code stable, for programs
 * @param name of the file
 * @param why the middle of a sentence, without a full stop
 */
public record FileRefusal(String code, String name, String why) {
  /** One sentence. */
  public String words() {
    return "%s: %s.".formatted(name, why);
  }
}
