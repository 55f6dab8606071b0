package org.mailroom.bearer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who shows which token to whom. */
record Bearer(String user, String token, String host, int port) {
  /** What is sent with the command, in Base64. */
  String initial(Mechanism mechanism) {
    return encoded(mechanism.words(this));
  }

  static String encoded(String words) {
    return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Bearer[user=%s]".formatted(user);
  }
}
