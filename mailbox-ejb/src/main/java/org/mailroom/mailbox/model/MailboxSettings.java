package org.mailroom.mailbox.model;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.socket.ServerName;

/**
 * All that can be set of a mailbox except its password, with the defaults of docs/mailboxes.md filled
 * in and without what belongs to the other type. What was neither stated nor has a default is null;
 * whether the whole is right, {@link MailboxRules} says.
 */
public record MailboxSettings(
    String name,
    MailboxType type,
    String server,
    Integer port,
    Security security,
    Authentication authentication,
    String user,
    Protocol protocol,
    String folder,
    String sender,
    String senderName,
    String replyTo,
    boolean verifyCertificate,
    boolean active,
    boolean readExisting) {
  static final String INBOX = "INBOX";

  /** Tidies a draft. A type that is not stated is the given one, which may be null too. */
  public static MailboxSettings of(MailboxDraft draft, MailboxType otherwise) {
    MailboxType type = draft.type() == null ? otherwise : draft.type();
    boolean input = type == MailboxType.INPUT;
    boolean output = type == MailboxType.OUTPUT;
    Security security = Objects.requireNonNullElse(draft.security(), Security.TLS);
    Protocol protocol = input ? Objects.requireNonNullElse(draft.protocol(), Protocol.IMAP) : null;
    return new MailboxSettings(
        text(draft.name()),
        type,
        server(draft.server()),
        port(draft.port(), type, protocol, security),
        security,
        authentication(draft, output),
        text(draft.user()),
        protocol,
        input ? folder(draft.folder()) : null,
        output ? text(draft.sender()) : null,
        output ? text(draft.senderName()) : null,
        output ? text(draft.replyTo()) : null,
        !Boolean.FALSE.equals(draft.verifyCertificate()),
        !Boolean.FALSE.equals(draft.active()),
        input && Boolean.TRUE.equals(draft.readExisting()));
  }

  private static String text(String stated) {
    return stated == null || stated.isBlank() ? null : stated.strip();
  }

  private static String server(String stated) {
    String server = text(stated);
    return server == null ? null : ServerName.ascii(server).orElse(server);
  }

  private static Integer port(Integer stated, MailboxType type, Protocol protocol, Security security) {
    return stated != null || type == null ? stated : Integer.valueOf(UsualPorts.of(protocol, security));
  }

  private static Authentication authentication(MailboxDraft draft, boolean output) {
    if (draft.authentication() != null) {
      return draft.authentication();
    }
    return output && text(draft.user()) == null ? Authentication.NONE : Authentication.PASSWORD;
  }

  /** Of all folders INBOX alone may be written in any case (RFC 9051 5.1). */
  private static String folder(String stated) {
    String folder = text(stated);
    return folder == null || folder.equalsIgnoreCase(INBOX) ? INBOX : folder;
  }

  MailboxSettings reading(Protocol readProtocol, String readFolder, boolean existing) {
    return new MailboxSettings(
        name,
        type,
        server,
        port,
        security,
        authentication,
        user,
        readProtocol,
        readFolder,
        null,
        null,
        null,
        verifyCertificate,
        active,
        existing);
  }

  MailboxSettings sending(String from, String fromName, String answersTo) {
    return new MailboxSettings(
        name,
        type,
        server,
        port,
        security,
        authentication,
        user,
        null,
        null,
        from,
        fromName,
        answersTo,
        verifyCertificate,
        active,
        false);
  }

  /** Only what decides whether a connection works: two boxes alike in this pass the same check. */
  public MailboxSettings connection() {
    return new MailboxSettings(
        null,
        type,
        server,
        port,
        security,
        authentication,
        user,
        protocol,
        folder,
        sender,
        null,
        null,
        verifyCertificate,
        true,
        false);
  }

  /** The name without regard to case: two mailboxes never share it. */
  public String nameKey() {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Whether a password of one belongs to the other: the same server and user. */
  public boolean sameAccount(MailboxSettings other) {
    return Objects.equals(server, other.server) && Objects.equals(user, other.user);
  }

  /**
   * Whether a password that was stored with the others may be tried with these without being typed
   * again: it must not reach another listener, nor travel less protected than it was meant to.
   */
  public boolean asGuarded(MailboxSettings stored) {
    return sameAccount(stored)
        && Objects.equals(port, stored.port)
        && security == stored.security
        && (verifyCertificate || !stored.verifyCertificate);
  }

  /** The names of the settings that differ. */
  public List<String> differences(MailboxSettings other) {
    return Stream.of(MailboxSettings.class.getRecordComponents())
        .filter(setting -> !Objects.equals(value(setting), other.value(setting)))
        .map(RecordComponent::getName)
        .toList();
  }

  private Object value(RecordComponent setting) {
    try {
      return setting.getAccessor().invoke(this);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whom the mailbox speaks for: the sender of an Output, the user of an Input mailbox. */
  public Optional<String> address() {
    return Optional.ofNullable(type == MailboxType.OUTPUT ? sender : user);
  }
}
