package org.mailroom.inbound.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.ForbiddenTarget;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxAccess.Trouble;

/** Says what an exception of a mail server's client means for the mailbox; IMAP and POP3 alike. */
public final class Troubles {
  // RFC 5530 and RFC 3206: the log-in may be right, but not now
  private static final Pattern NOT_NOW =
      Pattern.compile(
          "\\[(UNAVAILABLE|INUSE|IN-USE|SYS/TEMP)]|try again|temporar", Pattern.CASE_INSENSITIVE);
  // RFC 5530 and RFC 2449, and what providers say
  private static final Pattern TOO_MUCH =
      Pattern.compile(
          "\\[(LIMIT|OVERQUOTA|LOGIN-DELAY)]|too many|throttl|rate.?limit|bandwidth|limit exceeded"
              + "|exceed.{0,40}(limit|quota)",
          Pattern.CASE_INSENSITIVE);

  private Troubles() {}

  public static SourceTrouble of(Exception e, Account account) {
    return new SourceTrouble(kind(e), words(e, account), e);
  }

  private static Trouble kind(Exception e) {
    if (has(e, ForbiddenTarget.class) || has(e, FolderNotFoundException.class)) {
      return Trouble.SETTINGS;
    }
    if (TOO_MUCH.matcher(message(e)).find()) {
      return Trouble.QUOTA;
    }
    if (has(e, AuthenticationFailedException.class)) {
      return NOT_NOW.matcher(message(e)).find() ? Trouble.SERVER : Trouble.LOGIN;
    }
    if (has(e, SSLException.class) || message(e).contains("STARTTLS") || isStls(e)) {
      return Trouble.TLS;
    }
    return broken(e) ? Trouble.NETWORK : Trouble.SERVER;
  }

  private static boolean isStls(Exception e) {
    return message(e).toUpperCase(Locale.ROOT).contains("STLS");
  }

  private static boolean broken(Exception e) {
    return has(e, IOException.class)
        || has(e, FolderClosedException.class)
        || has(e, StoreClosedException.class);
  }

  private static String words(Exception e, Account account) {
    Optional<ForbiddenTarget> forbidden = find(e, ForbiddenTarget.class);
    if (forbidden.isPresent()) {
      return forbidden.get().getMessage();
    }
    if (has(e, FolderNotFoundException.class)) {
      return missing(account);
    }
    return message(e);
  }

  static String missing(Account account) {
    return "There is no folder \"%s\" in the mailbox. Choose another folder, or create it there."
        .formatted(account.folder());
  }

  private static String message(Throwable e) {
    return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()).strip();
  }

  private static boolean has(Throwable e, Class<? extends Throwable> type) {
    return find(e, type).isPresent();
  }

  private static <T extends Throwable> Optional<T> find(Throwable e, Class<T> type) {
    Throwable at = e;
    while (at != null && !type.isInstance(at)) {
      at = next(at);
    }
    return Optional.ofNullable(at).map(type::cast);
  }

  private static Throwable next(Throwable e) {
    // older parts of Jakarta Mail chain in their own way
    Throwable cause =
        e instanceof MessagingException messaging && messaging.getNextException() != null
            ? messaging.getNextException()
            : e.getCause();
    return cause == e ? null : cause;
  }
}
