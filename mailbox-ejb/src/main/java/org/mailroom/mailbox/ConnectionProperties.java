package org.mailroom.mailbox;

import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.GuardedSockets;

/**
 * The Jakarta Mail settings of an account, the same for reading, sending and checking: finite
 * time-outs (docs/mailboxes.md), STARTTLS required where chosen, certificate and host name checked
 * unless switched off, and a socket factory that sets TCP_NODELAY and refuses private targets that
 * are not allowed. What a Mail Session says comes first, see {@link ContainerSession}.
 */
public final class ConnectionProperties {
  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration READ = Duration.ofMinutes(1);
  // RFC 5321 4.5.3.2 wants minutes for the answer to the final dot, and the library knows one
  // time-out for all answers.
  private static final Duration READ_SMTP = Duration.ofMinutes(3);
  private static final Duration WRITE = Duration.ofMinutes(1);

  private ConnectionProperties() {}

  /**
   * @param protocol the Jakarta Mail name: {@code imap}, {@code imaps}, {@code pop3}, {@code
   *     pop3s}, {@code smtp} or {@code smtps}; the settings' names begin with {@code
   *     mail.<protocol>.}
   */
  public static Properties of(MailboxAccess.Account account, String protocol) {
    // whoever may define a session on the server may also say where it leads
    AllowedHosts allowed =
        account.session().isPresent()
            ? AllowedHosts.all()
            : AllowedHosts.of(Environment.ofProcess().allowedHosts());
    return of(account, protocol, allowed);
  }

  /** The same for a host that the operator of this server has chosen, private or not. */
  public static Properties ofOperator(MailboxAccess.Account account, String protocol) {
    return of(account, protocol, AllowedHosts.all());
  }

  /** Shows each socket that will be made with these settings, unless a session brings its own. */
  public static void watch(Properties settings, String protocol, Consumer<Socket> watcher) {
    settings.computeIfPresent(
        "mail." + protocol + ".socketFactory",
        (name, sockets) ->
            sockets instanceof GuardedSockets guarded ? guarded.seenBy(watcher) : sockets);
  }

  /**
   * Has sockets made that a selector can wait for. They need no thread to end a write that hangs:
   * what is written to them fits into the room that the system has for it.
   */
  public static void selectable(Properties settings, String protocol) {
    String prefix = "mail." + protocol + ".";
    settings.computeIfPresent(
        prefix + "socketFactory",
        (name, sockets) ->
            sockets instanceof GuardedSockets guarded ? guarded.selectable() : sockets);
    settings.setProperty(prefix + "usesocketchannels", "true");
    settings.remove(prefix + "writetimeout");
  }

  /** The same, for a given set of allowed hosts. */
  static Properties of(MailboxAccess.Account account, String protocol, AllowedHosts allowed) {
    String prefix = "mail." + protocol + ".";
    Properties settings = new Properties();
    timeOuts(settings, prefix, protocol.startsWith("smtp"));
    protection(settings, prefix, account);
    if (protocol.startsWith("smtp")) {
      boolean signIn = account.authentication() != Authentication.NONE;
      settings.setProperty(prefix + "auth", Boolean.toString(signIn));
    }
    if (protocol.startsWith("imap")) {
      // Whole messages in one answer: 140 times fewer round trips than pieces of 16 KB.
      settings.setProperty(prefix + "partialfetch", "false");
    }
    if (account.authentication() == Authentication.OAUTH2) {
      byToken(settings, prefix);
    }
    if (protocol.startsWith("pop3") && account.authentication() == Authentication.PASSWORD) {
      // The command PASS, which the library prefers, carries no letters beyond ISO 8859-1.
      settings.setProperty(prefix + "auth.mechanisms", "PLAIN LOGIN");
    }
    settings.put(prefix + "socketFactory", new GuardedSockets(allowed));
    // or the library would try again with a plain socket that nobody guards
    settings.setProperty(prefix + "socketFactory.fallback", "false");
    account.session().ifPresent(session -> session.layOver(settings, prefix));
    return settings;
  }

  /** No way of the library's to send a password, which a token is not. */
  private static void byToken(Properties settings, String prefix) {
    settings.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
    if (prefix.startsWith("mail.imap")) {
      // the door by which BearerImap comes in
      settings.setProperty(prefix + "sasl.enable", "true");
    }
    // Microsoft takes the token on a line of its own only, the others on either (RFC 5034)
    settings.setProperty(prefix + "auth.xoauth2.two.line.authentication.format", "true");
  }

  private static void timeOuts(Properties settings, String prefix, boolean smtp) {
    settings.setProperty(prefix + "connectiontimeout", millis(CONNECT));
    settings.setProperty(prefix + "timeout", millis(smtp ? READ_SMTP : READ));
    settings.setProperty(prefix + "writetimeout", millis(WRITE));
  }

  private static void protection(
      Properties settings, String prefix, MailboxAccess.Account account) {
    String startTls = Boolean.toString(account.security() == Security.STARTTLS);
    settings.setProperty(prefix + "starttls.enable", startTls);
    settings.setProperty(prefix + "starttls.required", startTls);
    // a session says itself which part of it is off
    boolean verify = account.verifyCertificate() || account.session().isPresent();
    settings.setProperty(prefix + "ssl.checkserveridentity", Boolean.toString(verify));
    if (!verify) {
      settings.setProperty(prefix + "ssl.trust", "*");
    }
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  /** The Jakarta Mail protocol name of an account: {@code imaps} for IMAP over TLS, and so on. */
  public static String protocolOf(MailboxAccess.Account account) {
    String plain = plainName(account.protocol());
    return account.security() == Security.TLS ? plain + "s" : plain;
  }

  /** Only Input mailboxes have a protocol to choose; the others send. */
  private static String plainName(Protocol protocol) {
    if (protocol == null) {
      return "smtp";
    }
    return protocol == Protocol.IMAP ? "imap" : "pop3";
  }
}
