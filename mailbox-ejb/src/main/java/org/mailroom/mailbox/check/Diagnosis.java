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
import org.mailroom.mailbox.CheckCode;
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
  // 5.7.30 and 5.7.139: Exchange Online, basic authentication is disabled; 5.7.9 and [ALERT]:
  // Google, which wants an app password or OAuth2
  private static final Pattern NO_PASSWORDS =
      Pattern.compile(
          "5\\.7\\.(30|139)|BasicAuthBlocked|5\\.7\\.9\\b|Application-specific password required");

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
      return new StepFailed(CheckCode.SESSION_MISSING, cause.getMessage());
    }
    if (cause instanceof ForbiddenTarget) {
      return new StepFailed(CheckCode.FORBIDDEN, account.server());
    }
    if (cause instanceof Deadline.TooMuch) {
      return new StepFailed(CheckCode.TALKS_WITHOUT_END);
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
      return new StepFailed(CheckCode.HOST_UNKNOWN, account.server());
    }
    if (cause instanceof SocketTimeoutException) {
      return new StepFailed(
          account.security() == Security.TLS ? CheckCode.TIMEOUT_TLS : CheckCode.TIMEOUT_PLAIN,
          usualPort());
    }
    if (cause instanceof NoRouteToHostException) {
      return new StepFailed(CheckCode.NO_ROUTE);
    }
    if (cause instanceof ConnectException) {
      return new StepFailed(CheckCode.PORT_CLOSED, account.port(), usualPort());
    }
    return broken(cause);
  }

  private StepFailed broken(Throwable cause) {
    if (cause instanceof EOFException || cause instanceof SocketException) {
      return new StepFailed(CheckCode.BROKEN_OFF, usualPort());
    }
    String said = Words.of(cause.getMessage());
    return NO_LOG_IN.matcher(said).find()
        ? new StepFailed(CheckCode.LOGIN_NOT_OFFERED)
        : new StepFailed(CheckCode.FAILED, said);
  }

  private int usualPort() {
    return UsualPorts.of(account.protocol(), account.security());
  }

  private StepFailed tls(Throwable cause) {
    String said = String.valueOf(cause.getMessage());
    return said.contains("Unsupported or unrecognized SSL message")
        ? new StepFailed(
            CheckCode.NO_TLS, account.port(), UsualPorts.of(account.protocol(), Security.TLS))
        : new StepFailed(CheckCode.TLS_FAILED, Words.of(said));
  }

  private StepFailed logIn(String said) {
    if (NO_LOG_IN.matcher(said).find()) {
      return new StepFailed(CheckCode.LOGIN_NOT_OFFERED);
    }
    if (account.authentication() == Authentication.OAUTH2) {
      return new StepFailed(CheckCode.TOKEN_REFUSED, said);
    }
    return new StepFailed(
        NO_PASSWORDS.matcher(said).find() ? CheckCode.PASSWORDS_REFUSED : CheckCode.LOGIN_REFUSED,
        said);
  }
}
