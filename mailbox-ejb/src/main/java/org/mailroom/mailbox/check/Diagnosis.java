package org.mailroom.mailbox.check;

import jakarta.mail.AuthenticationFailedException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.ForbiddenTarget;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.NoMailSession;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.model.UsualPorts;

/** Says in plain words what a failure means and what to do about it. */
final class Diagnosis {
  // the mail library's words, for IMAP and for SMTP
  private static final Pattern NO_LOG_IN =
      Pattern.compile("No (login methods|authentication mechanisms) supported");

  private final Account account;

  Diagnosis(Account account) {
    this.account = account;
  }

  StepFailed of(Exception trouble) {
    Throwable cause = root(trouble);
    if (cause instanceof StepFailed known) {
      return known;
    }
    if (cause instanceof NoMailSession) {
      return words(cause.getMessage(), "Ask the operator of this server, or correct the name.");
    }
    if (cause instanceof ForbiddenTarget) {
      return words(
          "%s is a private address, and this installation does not allow it."
              .formatted(account.server()),
          "Ask the operator to add it to MAILROOM_ALLOWED_HOSTS.");
    }
    if (cause instanceof AuthenticationFailedException) {
      return logIn(Words.of(cause.getMessage()));
    }
    return cause instanceof SSLException ? tls(cause) : network(cause);
  }

  /** What lies beneath the wrappings; a refused log-in says the most itself. */
  private static Throwable root(Throwable trouble) {
    Throwable next = trouble.getCause();
    return next == null || trouble instanceof AuthenticationFailedException ? trouble : root(next);
  }

  private StepFailed network(Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return words(
          "There is no host named %s.".formatted(account.server()),
          "Check the spelling of the server.");
    }
    if (cause instanceof SocketTimeoutException) {
      return words("The server did not answer in time.", silence());
    }
    if (cause instanceof NoRouteToHostException) {
      return words("There is no way to the server.", "Ask whoever looks after the network.");
    }
    if (cause instanceof ConnectException) {
      return words(
          "The server refuses connections to port %d.".formatted(account.port()), usualPort());
    }
    return broken(cause);
  }

  private StepFailed broken(Throwable cause) {
    if (cause instanceof EOFException || cause instanceof SocketException) {
      return words("The server broke the connection off.", usualPort());
    }
    String said = Words.of(cause.getMessage());
    return NO_LOG_IN.matcher(said).find()
        ? words(
            "The server offers no log-in here.",
            "It may want TLS or STARTTLS first, or another port.")
        : words(
            "It failed: " + said, "If the words do not help, ask the operator of the mail server.");
  }

  private String silence() {
    return account.security() == Security.TLS
        ? "A firewall may stand between, or the port is another one. " + usualPort()
        : "A firewall may stand between, or the port expects TLS from the first byte. "
            + usualPort();
  }

  private String usualPort() {
    int usual = UsualPorts.of(account.protocol(), account.security());
    return usual == account.port()
        ? "Check the server; %d is the usual port.".formatted(usual)
        : "The usual port is %d.".formatted(usual);
  }

  private StepFailed tls(Throwable cause) {
    String said = String.valueOf(cause.getMessage());
    if (said.contains("Unsupported or unrecognized SSL message")) {
      return words(
          "The server does not speak TLS on port %d.".formatted(account.port()),
          "Choose STARTTLS, or the port for TLS, usually %d."
              .formatted(UsualPorts.of(account.protocol(), Security.TLS)));
    }
    return words(
        "No protected connection came about: " + Words.of(said),
        "The mail server may only know outdated TLS versions; ask its operator.");
  }

  private StepFailed logIn(String said) {
    // 5.7.30: Exchange Online, basic authentication is disabled
    if (said.contains("5.7.30") || said.contains("5.7.139") || said.contains("BasicAuthBlocked")) {
      return words(
          "The server refuses passwords: " + said,
          "This provider wants OAuth2: sign in with OAuth2 rather than a password.");
    }
    if (account.authentication() == Authentication.OAUTH2) {
      return words(
          "The server refused the token: " + said,
          "The token must be for this very user and its scope for this protocol; the mailbox must"
              + " permit IMAP, POP3 or authenticated SMTP.");
    }
    return words("The server refused the log-in: " + said, "Check user and password.");
  }

  private static StepFailed words(String cause, String hint) {
    return new StepFailed(cause, hint);
  }
}
