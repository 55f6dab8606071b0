package org.mailroom.bearer;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The two ways to show a token, the standard one first. */
enum Mechanism {
  /** RFC 7628. */
  OAUTHBEARER("\u0001") {
    @Override
    String words(Bearer bearer) {
      return "n,a=%s,\u0001host=%s\u0001port=%d\u0001auth=Bearer %s\u0001\u0001"
          .formatted(escaped(bearer.user()), bearer.host(), bearer.port(), bearer.token());
    }
  },
  /** What Google and Microsoft made before, and Microsoft takes only. */
  XOAUTH2("") {
    @Override
    String words(Bearer bearer) {
      return "user=%s\u0001auth=Bearer %s\u0001\u0001".formatted(bearer.user(), bearer.token());
    }
  };

  private final String resignation;

  Mechanism(String resignation) {
    this.resignation = resignation;
  }

  /** The first that a server offers. */
  static Optional<Mechanism> of(Predicate<String> offers) {
    return Stream.of(values()).filter(mechanism -> offers.test(mechanism.name())).findFirst();
  }

  abstract String words(Bearer bearer);

  /** What a client says to a server that has explained its refusal, to get the refusal itself. */
  String resignation() {
    return resignation;
  }

  /** RFC 5801 4. */
  private static String escaped(String user) {
    return user.replace("=", "=3D").replace(",", "=2C");
  }
}
