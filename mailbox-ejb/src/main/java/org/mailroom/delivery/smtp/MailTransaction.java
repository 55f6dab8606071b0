package org.mailroom.delivery.smtp;

import jakarta.mail.MessagingException;
import java.net.IDN;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.delivery.Transmission;
import org.mailroom.delivery.Transmission.Trouble;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.outbox.DeliveryResult;
import org.mailroom.outbox.OutboxQueue.Leased;

/** One message offered to a server: MAIL, RCPT for each recipient, DATA (RFC 5321 3.3). */
final class MailTransaction {
  private static final DeliveryResult NOT_INTERNATIONAL =
      new DeliveryResult.Refused(
          "The server takes no addresses with letters beyond ASCII (SMTPUTF8).");

  private final SmtpDialogue server;
  private final Leased message;
  private final Map<String, DeliveryResult> results = new LinkedHashMap<>();
  private final List<String> waiting;
  private Trouble trouble;
  private boolean begun;

  MailTransaction(SmtpDialogue server, Leased message) {
    this.server = server;
    this.message = message;
    this.waiting = new ArrayList<>(message.recipients());
  }

  Transmission run() {
    try {
      converse();
    } catch (LostAfterDot e) {
      judgeRest(
          new DeliveryResult.Uncertain(e.getMessage() + "; the server may have the message."));
      trouble = SmtpReplies.trouble(e);
    } catch (MessagingException e) {
      trouble = SmtpReplies.trouble(e);
      judgeRest(new DeliveryResult.Deferred(trouble.words()));
    }
    return new Transmission(results, Optional.ofNullable(trouble));
  }

  /** Whether the server took no part in it: an old connection that it had closed long ago. */
  boolean neverBegan() {
    return !begun;
  }

  private void converse() throws MessagingException {
    if (international() && !server.supportsExtension("SMTPUTF8")) {
      begun = true;
      judgeRest(NOT_INTERNATIONAL);
    } else if (mail()) {
      offerRecipients();
      if (!waiting.isEmpty()) {
        judgeRest(server.transfer(message.raw()));
      } else if (trouble == null) {
        server.say("RSET");
      }
    }
  }

  private boolean mail() throws MessagingException {
    String size = server.supportsExtension("SIZE") ? " SIZE=" + message.raw().length : "";
    String utf8 = international() ? " SMTPUTF8" : "";
    Reply reply = server.say("MAIL FROM:<%s>%s%s".formatted(wire(message.from()), size, utf8));
    begun = !reply.closing();
    if (reply.positive()) {
      return true;
    }
    trouble = SmtpReplies.trouble(reply).orElse(null);
    if (trouble == null || trouble.kind() != MailboxAccess.Trouble.LOGIN) {
      judgeRest(reply);
    }
    return false;
  }

  private void offerRecipients() throws MessagingException {
    for (String recipient : message.recipients()) {
      Reply reply = server.say("RCPT TO:<%s>".formatted(wire(recipient)));
      if (reply.closing()) {
        judgeRest(reply);
        return;
      }
      if (!reply.positive()) {
        judge(recipient, SmtpReplies.result(reply));
      }
    }
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
  private boolean international() {
    for (byte b : message.raw()) {
      if (b < 0) {
        return true;
      }
    }
    return false;
  }

  private static String wire(String address) {
    int domain = address.lastIndexOf('@') + 1;
    return address.substring(0, domain)
        + IDN.toASCII(address.substring(domain), IDN.ALLOW_UNASSIGNED);
  }
}
