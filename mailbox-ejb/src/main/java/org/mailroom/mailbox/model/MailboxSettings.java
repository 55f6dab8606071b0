package org.mailroom.mailbox.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.ContainerSession;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.SendingPolicy;
import org.mailroom.vault.Secret;

/**
 * All that can be set of a mailbox except its password, with the defaults of docs/mailboxes.md
 * filled in and without what belongs to the other type. What was neither stated nor has a default
 * is null; whether the whole is right, {@link MailboxRules} says.
 *
 * @param provider the key of a provider preset; plays no part but to be shown again
 * @param reading of an Input mailbox; null for others
 * @param sending of an Output mailbox; null for others
 * @param oauth null unless it signs in by OAuth2
 */
public record MailboxSettings(
    String name,
    MailboxType type,
    boolean active,
    String provider,
    Connection connection,
    Reading reading,
    Sending sending,
    OAuth oauth) {

  /** Tidies the draft of a new mailbox. */
  public static MailboxSettings of(MailboxDraft draft) {
    return of(draft, draft.type());
  }

  /** Tidies the draft of a change; a type that is not stated is the one the mailbox has. */
  public static MailboxSettings of(MailboxDraft draft, Mailbox stored) {
    return of(draft, draft.type() == null ? stored.settings().type() : draft.type());
  }

  private static MailboxSettings of(MailboxDraft draft, MailboxType type) {
    Reading reading = type == MailboxType.INPUT ? Reading.of(draft) : null;
    Sending sending = type == MailboxType.OUTPUT ? Sending.of(draft) : null;
    Connection connection =
        sending != null && sending.mailSession() != null
            ? Connection.OF_SESSION
            : Connection.of(draft, type, reading == null ? null : reading.protocol());
    boolean byOAuth = connection.authentication() == Authentication.OAUTH2;
    return new MailboxSettings(
        text(draft.name()),
        type,
        !Boolean.FALSE.equals(draft.active()),
        text(draft.provider()),
        connection,
        reading,
        sending,
        byOAuth && draft.oauth() != null ? OAuth.of(draft.oauth()) : null);
  }

  /** Blank is as good as nothing, and white space around a text is never meant. */
  static String text(String stated) {
    return stated == null || stated.isBlank() ? null : stated.strip();
  }

  /** The name without regard to case: two mailboxes never share it. */
  public String nameKey() {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The same, of a mailbox that is not paused. */
  public MailboxSettings activated() {
    return new MailboxSettings(name, type, true, provider, connection, reading, sending, oauth);
  }

  /** Whom the mailbox speaks for: the sender of an Output, the own address of an Input mailbox. */
  public Optional<String> address() {
    if (sending != null) {
      return Optional.ofNullable(sending.sender());
    }
    return Optional.ofNullable(reading).map(Reading::address);
  }

  /** The JNDI name of the server's Mail Session that it sends by. */
  public Optional<String> mailSession() {
    return Optional.ofNullable(sending).map(Sending::mailSession);
  }

  /** Where it connects to, in one word. */
  public String destination() {
    return mailSession().orElseGet(() -> connection.server() + ":" + connection.port());
  }

  /** What a connection check tries; settings that are alike in it pass the same check. */
  public List<Object> tried() {
    return Arrays.asList(
        type,
        connection,
        reading == null ? null : List.of(reading.protocol(), reading.folder()),
        sending == null ? null : sending.sender(),
        mailSession().orElse(null),
        oauth);
  }

  /**
   * The settings as reading and sending want them.
   *
   * @param id of the mailbox; any for one that is not saved
   */
  public MailboxAccess.Account account(
      MailboxId id, Optional<Secret> password, Instant activeSince, long version) {
    return new MailboxAccess.Account(
        id,
        name,
        connection.server(),
        connection.port() == null ? 0 : connection.port(),
        connection.security(),
        connection.verifyCertificate(),
        connection.authentication(),
        connection.user(),
        password,
        reading == null ? null : reading.protocol(),
        reading == null ? null : reading.folder(),
        sending == null ? null : sending.sender(),
        sending == null ? null : sending.senderName(),
        active,
        reading != null && reading.existing(),
        activeSince,
        version,
        mailSession().map(ContainerSession::named),
        sending == null ? SendingPolicy.USUAL : sending.policy(),
        reading == null ? AfterReading.USUAL : reading.after());
  }
}
