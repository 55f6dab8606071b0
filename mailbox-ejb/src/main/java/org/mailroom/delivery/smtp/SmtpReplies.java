package org.mailroom.delivery.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.mailroom.delivery.Transmission.Trouble;
import org.mailroom.failure.Failure;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.outbox.DeliveryResult;

/**
 * What a server's answers and a connection's failures mean. The one class that knows 4xx from 5xx,
 * a refused log-in from a broken line, and this message's trouble from the mailbox's. What it does
 * not know is deferred, and the retry table bounds it.
 */
final class SmtpReplies {
  // RFC 4954: authentication required, mechanism too weak, encryption required, credentials invalid
  private static final Set<Integer> LOGIN_CODES = Set.of(530, 534, 535, 538);
  private static final String NO_PASSWORDS = "5.7.30";
  // RFC 3463 x.4.5: congestion, as Google has it for a day's limit; the others say it in words
  private static final Pattern TOO_MUCH =
      Pattern.compile(
          "\\b[45]\\.4\\.5\\b|too many (connections|messages|e?-?mails|sessions|requests)|rate.?limit"
              + "|throttl|over quota|limit exceeded|exceed.{0,40}(limit|quota)|quota.{0,20}exceed",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final String USE_OAUTH2 = " (This provider refuses passwords: use OAuth2.)";
  // what the library reads into the end of the stream, where an answer should have been
  private static final String END_OF_FILE = "[EOF]";
  private static final int MOST_WORDS = 500;

  private SmtpReplies() {}

  /** What an answer means for the recipients it is about. */
  static DeliveryResult result(Reply reply) {
    String words = bounded(reply.words());
    if (reply.positive()) {
      return new DeliveryResult.Accepted(words);
    }
    return reply.permanent()
        ? new DeliveryResult.Refused(hinted(words))
        : new DeliveryResult.Deferred(words);
  }

  /** What an answer says about the server or the log-in, beyond the message at hand. */
  static Optional<Trouble> trouble(Reply reply) {
    if (reply.positive()) {
      return Optional.empty();
    }
    if (LOGIN_CODES.contains(reply.code()) || reply.words().contains(NO_PASSWORDS)) {
      return Optional.of(trouble(MailboxAccess.Trouble.LOGIN, hinted(reply.words())));
    }
    if (TOO_MUCH.matcher(reply.words()).find()) {
      return Optional.of(trouble(MailboxAccess.Trouble.QUOTA, reply.words()));
    }
    return reply.closing()
        ? Optional.of(trouble(MailboxAccess.Trouble.SERVER, reply.words()))
        : Optional.empty();
  }

  /** Why a connection could not be made or was lost. */
  static Trouble trouble(Exception e) {
    Optional<Failure> refused = caused(e, Failure.class);
    if (refused.isPresent()) {
      return trouble(MailboxAccess.Trouble.SETTINGS, refused.get().getMessage());
    }
    if (caused(e, SSLException.class).isPresent() || mentionsTls(e)) {
      return trouble(MailboxAccess.Trouble.TLS, "TLS failed: " + deepest(e));
    }
    Optional<String> network = network(e);
    if (network.isPresent()) {
      return trouble(MailboxAccess.Trouble.NETWORK, network.get());
    }
    if (e instanceof AuthenticationFailedException && !passing(e.getMessage())) {
      return trouble(MailboxAccess.Trouble.LOGIN, hinted(said(e)));
    }
    boolean tooMuch = TOO_MUCH.matcher(said(e)).find();
    return trouble(tooMuch ? MailboxAccess.Trouble.QUOTA : MailboxAccess.Trouble.SERVER, said(e));
  }

  private static Optional<String> network(Exception e) {
    if (caused(e, UnknownHostException.class).isPresent()) {
      return Optional.of("The server's name is not known: " + deepest(e));
    }
    if (caused(e, SocketTimeoutException.class).isPresent()) {
      return Optional.of("The server did not answer in time: " + deepest(e));
    }
    if (caused(e, ConnectException.class).isPresent()) {
      return Optional.of("The server cannot be reached: " + deepest(e));
    }
    if (deepest(e).contains(END_OF_FILE)) {
      return Optional.of("The server closed the connection without an answer.");
    }
    return caused(e, IOException.class).map(io -> "The connection was lost: " + deepest(e));
  }

  private static boolean mentionsTls(Exception e) {
    return said(e).contains("STARTTLS");
  }

  // RFC 4954: 454 temporary authentication failure, and the like
  private static boolean passing(String answer) {
    return answer != null && answer.startsWith("4");
  }

  private static String said(Exception e) {
    String message = String.valueOf(e.getMessage());
    // the library wraps the greeting: "Got bad greeting from SMTP host: …, response: 421 …"
    int greeting = message.indexOf("response: ");
    return greeting < 0 ? message : message.substring(greeting + "response: ".length());
  }

  private static String deepest(Throwable e) {
    Throwable last = chain(e).reduce((earlier, later) -> later).orElse(e);
    return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
  }

  private static <T> Optional<T> caused(Throwable e, Class<T> type) {
    return chain(e).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Stream<Throwable> chain(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, SmtpReplies::next).limit(20);
  }

  private static Throwable next(Throwable e) {
    return e instanceof MessagingException m ? m.getNextException() : e.getCause();
  }

  private static String hinted(String words) {
    return words.contains(NO_PASSWORDS) ? words + USE_OAUTH2 : words;
  }

  private static Trouble trouble(MailboxAccess.Trouble kind, String words) {
    return new Trouble(kind, bounded(words));
  }

  private static String bounded(String words) {
    String line = BLANKS.matcher(words.strip()).replaceAll(" ");
    return line.length() <= MOST_WORDS ? line : line.substring(0, MOST_WORDS - 1) + "…";
  }
}
