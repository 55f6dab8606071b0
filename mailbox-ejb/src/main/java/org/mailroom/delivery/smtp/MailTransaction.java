package org.mailroom.delivery.smtp;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.delivery.Transmission;
import org.mailroom.delivery.Transmission.Trouble;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.outbox.DeliveryResult;
import org.mailroom.outbox.OutboxQueue.Leased;

/**
 * One message offered to a server: MAIL, RCPT for each recipient, DATA (RFC 5321 3.3), one by one
 * or announced in one flight. It never throws for what the server does; that is in the outcome.
 */
final class MailTransaction {
  private static final String DATA = "DATA";
  // stands on the wire as it is, which is cheaper to see than to parse: nearly all addresses do
  private static final Pattern PLAIN =
      Pattern.compile("[\\w+-]++(?:\\.[\\w+-]++)*+@[a-z0-9-]++(?:\\.[a-z0-9-]++)*+");
  private static final DeliveryResult NOT_INTERNATIONAL =
      new DeliveryResult.Refused(
          "The server takes no addresses with letters beyond ASCII (SMTPUTF8).");

  private final SmtpDialogue server;
  private final Leased message;
  private final boolean international;
  private final List<String> commands;
  private final Map<String, DeliveryResult> results = new LinkedHashMap<>();
  private final List<String> waiting;
  private Trouble trouble;
  private boolean begun;

  MailTransaction(SmtpDialogue server, Leased message) {
    this.server = server;
    this.message = message;
    this.waiting = new ArrayList<>(message.recipients());
    this.international = isBeyondAscii(message.raw());
    impossible().ifPresent(this::judgeAll);
    this.commands = waiting.isEmpty() ? List.of() : commandsFor();
  }

  /** Why this server cannot take it, as it has told before. */
  private Optional<DeliveryResult> impossible() {
    if (international && !server.supportsExtension("SMTPUTF8")) {
      return Optional.of(NOT_INTERNATIONAL);
    }
    long most = mostBytes();
    return most > 0 && message.raw().length > most
        ? Optional.of(
            new DeliveryResult.Refused(
                "The server takes messages of up to %d bytes (SIZE); this one has %d."
                    .formatted(most, message.raw().length)))
        : Optional.empty();
  }

  private void judgeAll(DeliveryResult result) {
    begun = true;
    judgeRest(result);
  }

  // RFC 1870: 0, or nothing, is no limit that can be known
  private long mostBytes() {
    String size = server.getExtensionParameter("SIZE");
    return size != null && size.matches("\\d{1,18}") ? Long.parseLong(size) : 0;
  }

  private List<String> commandsFor() {
    List<String> all = new ArrayList<>();
    all.add(mailCommand());
    message.recipients().forEach(to -> all.add("RCPT TO:<%s>".formatted(wire(to))));
    all.add(DATA);
    return all;
  }

  private String mailCommand() {
    StringBuilder mail = new StringBuilder("MAIL FROM:<").append(wire(message.from())).append('>');
    if (server.supportsExtension("SIZE")) {
      mail.append(" SIZE=").append(message.raw().length);
    }
    if (international && server.supportsExtension("8BITMIME")) {
      mail.append(" BODY=8BITMIME");
    }
    return mail.append(international ? " SMTPUTF8" : "").toString();
  }

  /** What may be announced in one flight; nothing if it cannot be offered at all. */
  List<String> commands() {
    return commands;
  }

  Leased message() {
    return message;
  }

  /** Hears what the server says to sender and recipients; whether it waits for the message now. */
  boolean offer() {
    try {
      return !commands.isEmpty() && mail() && recipients() && data();
    } catch (MessagingException e) {
      lost(e);
      return false;
    }
  }

  private boolean mail() throws MessagingException {
    Reply reply = server.ask(commands.get(0));
    begun = !reply.closing();
    if (reply.positive()) {
      return true;
    }
    trouble = SmtpReplies.trouble(reply).orElse(null);
    if (trouble == null || trouble.kind() != MailboxAccess.Trouble.LOGIN) {
      judgeRest(reply);
    }
    return leave(reply);
  }

  private boolean recipients() throws MessagingException {
    int place = 0;
    for (String recipient : message.recipients()) {
      Reply reply = server.ask(commands.get(++place));
      if (reply.closing()) {
        judgeRest(reply);
        return false;
      }
      if (!reply.positive()) {
        judge(recipient, SmtpReplies.result(reply));
      }
    }
    return !waiting.isEmpty() || reset();
  }

  private boolean data() throws MessagingException {
    Reply reply = server.ask(DATA);
    if (reply.positive()) {
      throw new MessagingException("Unexpected answer to DATA: " + reply.words());
    }
    if (reply.goAhead()) {
      return true;
    }
    judgeRest(reply);
    return !reply.closing() && reset();
  }

  private boolean leave(Reply reply) throws MessagingException {
    if (!reply.closing()) {
      server.drain();
    }
    return false;
  }

  /** Takes back what the server has taken, so that the next message finds the connection fit. */
  private boolean reset() throws MessagingException {
    server.drain();
    if (!server.isSpent()) {
      server.ask("RSET");
    }
    return false;
  }

  /** Sends the message, and behind it the commands of the next one. */
  boolean transfer(List<String> next) {
    try {
      server.transfer(message.raw(), next);
      return true;
    } catch (MessagingException e) {
      lost(e);
      return false;
    }
  }

  /** Hears what the server says to the whole message. */
  void hear(Duration patience) {
    try {
      judgeRest(server.verdict(patience));
    } catch (LostAfterDot e) {
      lost(e);
    }
  }

  private void lost(MessagingException e) {
    if (trouble != null) {
      return; // the server has said already what is wrong
    }
    trouble = SmtpReplies.trouble(e);
    judgeRest(
        e instanceof LostAfterDot
            ? new DeliveryResult.Uncertain(e.getMessage() + "; the server may have the message.")
            : new DeliveryResult.Deferred(trouble.words()));
  }

  Transmission outcome() {
    return new Transmission(results, Optional.ofNullable(trouble));
  }

  /** Whether the server took no part in it: an old connection that it had closed long ago. */
  boolean neverBegan() {
    return !begun;
  }

  private void judgeRest(Reply reply) {
    judgeRest(SmtpReplies.result(reply));
    // once signed in, a refused log-in is no matter of the mailbox any more
    SmtpReplies.trouble(reply)
        .filter(t -> t.kind() != MailboxAccess.Trouble.LOGIN)
        .ifPresent(t -> trouble = t);
  }

  private void judgeRest(DeliveryResult result) {
    List.copyOf(waiting).forEach(recipient -> judge(recipient, result));
  }

  private void judge(String recipient, DeliveryResult result) {
    waiting.remove(recipient);
    results.put(recipient, result);
  }

  // headers hold all addresses, so the bytes tell whether one of them is beyond ASCII
  private static boolean isBeyondAscii(byte[] raw) {
    for (byte b : raw) {
      if (b < 0) {
        return true;
      }
    }
    return false;
  }

  private static String wire(String address) {
    return PLAIN.matcher(address).matches()
        ? address
        : EmailAddress.parse(address).map(EmailAddress::wire).orElse(address);
  }
}
