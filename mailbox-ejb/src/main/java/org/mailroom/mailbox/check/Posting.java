package org.mailroom.mailbox.check;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxAccess.Account;

/** What an Output mailbox may send. */
final class Posting {
  private static final int OK = 250;

  private final Account account;
  private final SignIn signIn;

  Posting(Visit visit) {
    account = visit.account();
    signIn = visit.signIn();
  }

  /** Asks whether the account may send as the sender, and takes the question back. */
  Seen sender() throws MessagingException, StepFailed {
    SMTPTransport transport = signIn.transport();
    EmailAddress sender = new EmailAddress(account.sender());
    requireInternational(transport, sender);
    String utf8 = sender.isInternational() ? " SMTPUTF8" : "";
    int reply = transport.simpleCommand("MAIL FROM:<%s>%s".formatted(sender.wire(), utf8));
    String words = Words.of(transport.getLastServerResponse());
    if (reply != OK) {
      throw new StepFailed(CheckCode.SENDER_REFUSED, account.sender(), words);
    }
    transport.simpleCommand("RSET");
    return Seen.of(CheckCode.SENDER, account.sender()).with("reply", words);
  }

  private static void requireInternational(SMTPTransport transport, EmailAddress address)
      throws StepFailed {
    if (address.isInternational() && !transport.supportsExtension("SMTPUTF8")) {
      throw new StepFailed(CheckCode.NOT_INTERNATIONAL, address);
    }
  }

  /** Sends one message to one addressee. */
  Seen send(MimeMessage message, EmailAddress to) throws MessagingException, StepFailed {
    SMTPTransport transport = signIn.transport();
    requireInternational(transport, to);
    try {
      transport.sendMessage(message, new Address[] {TrialMessage.address(to, "")});
    } catch (MessagingException refused) {
      throw refusal(refused, to);
    }
    String reply = Words.of(transport.getLastServerResponse());
    return Seen.of(CheckCode.SENT, reply)
        .with("reply", reply)
        .with("messageId", message.getMessageID())
        .with("to", to);
  }

  /** The refusal in the server's words, if it was one. */
  private static StepFailed refusal(MessagingException trouble, EmailAddress to)
      throws MessagingException {
    for (Exception each = trouble; each instanceof MessagingException; each = next(each)) {
      if (each instanceof SMTPAddressFailedException said) {
        return new StepFailed(CheckCode.RECIPIENT_REFUSED, to, Words.of(said.getMessage()));
      }
      if (each instanceof SMTPSendFailedException said && said.getNextException() == null) {
        return new StepFailed(CheckCode.MESSAGE_REFUSED, Words.of(said.getMessage()));
      }
    }
    throw trouble;
  }

  private static Exception next(Exception trouble) {
    return ((MessagingException) trouble).getNextException();
  }
}
