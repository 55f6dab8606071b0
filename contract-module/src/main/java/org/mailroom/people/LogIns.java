package org.mailroom.people;

import jakarta.ejb.Stateless;
import java.util.Optional;
import java.util.Set;
import org.mailroom.vault.Secret;

/**
 * Who may log in. Passwords are kept as PBKDF2-HMAC-SHA512 hashes.
 *
 * <p>On the first start the log-in {@code admin} is made, with the password of {@code
 * MAILROOM_ADMIN_PASSWORD} or a generated one that is printed once.
 */
@Stateless
public class LogIns {
  /** The one role of this version. */
  public static final String ADMINISTRATOR = "administrator";

  /**
   * Checks a password. A repeated right answer is remembered for a short while, so that REST calls
   * do not pay for the hash each time.
   *
   * @return the roles, or empty if log-in or password are wrong
   */
  public Optional<Set<String>> rolesOf(String login, Secret password) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws WrongPassword if the present one is not right or the new one is too weak
   */
  public void changePassword(String login, Secret present, Secret wanted) {
    throw new UnsupportedOperationException();
  }
}
