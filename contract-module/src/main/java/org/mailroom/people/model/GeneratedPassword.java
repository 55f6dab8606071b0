package org.mailroom.people.model;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.mailroom.vault.Secret;

/** Makes passwords that a person can copy from a screen: about 116 bits, no 0/O, 1/l/I. */
public final class GeneratedPassword {
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 20;

  private GeneratedPassword() {}

  public static Secret next() {
    return Secret.of(
        new SecureRandom()
            .ints(LENGTH, 0, ALPHABET.length())
            .mapToObj(i -> ALPHABET.substring(i, i + 1))
            .collect(Collectors.joining()));
  }
}
