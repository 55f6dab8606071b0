package org.mailroom.mailbox.smtp;

import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.ContainerSession;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.NoMailSession;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.model.Connection;
import org.mailroom.vault.Secret;

/**
 * Reads a Mail Session as Jakarta Mail itself would: the properties of its protocol first, then the
 * general ones (Jakarta Mail 2.1, appendix A). Servers differ in which of the two they fill.
 */
public final class SessionSettings {
  private static final String ALL = "*";

  private final String name;
  private final Session session;
  private final String protocol;

  private SessionSettings(String name, Session session, String protocol) {
    this.name = name;
    this.session = session;
    this.protocol = protocol;
  }

  /**
   * @param found what the server has under that name
   * @throws NoMailSession if it is no session that sends by SMTP
   */
  public static SessionSettings of(String name, Object found) {
    if (!(found instanceof Session session)) {
      throw NoMailSession.missing(name);
    }
    String stated = session.getProperty("mail.transport.protocol");
    String protocol = stated == null || stated.isBlank() ? "smtp" : stated;
    if (!protocol.equals("smtp") && !protocol.equals("smtps")) {
      throw NoMailSession.notSmtp(name, protocol);
    }
    return new SessionSettings(name, session, protocol);
  }

  /** The account with all that the session says. */
  public Account enter(Account account) {
    Connection connection = connection();
    return new Account(
        account.id(),
        account.name(),
        connection.server(),
        connection.port(),
        connection.security(),
        connection.verifyCertificate(),
        connection.authentication(),
        connection.user(),
        connection.authentication() == Authentication.NONE ? Optional.empty() : password(),
        account.protocol(),
        account.folder(),
        account.sender(),
        account.senderName(),
        account.active(),
        account.readExisting(),
        account.activeSince(),
        account.version(),
        Optional.of(new ContainerSession(name, settings(connection.security()))),
        account.policy(),
        account.afterReading());
  }

  /** Where it leads. */
  public Connection connection() {
    Security security = security();
    return new Connection(
        said("host").orElse("localhost"),
        port(security),
        security,
        !own("ssl.trust").equals(ALL) && !own("ssl.checkserveridentity").equals("false"),
        signsIn() ? Authentication.PASSWORD : Authentication.NONE,
        signsIn() ? user().orElse(null) : null);
  }

  private Security security() {
    if (protocol.equals("smtps") || own("ssl.enable").equals("true")) {
      return Security.TLS;
    }
    boolean startTls = own("starttls.enable").equals("true");
    return startTls || own("starttls.required").equals("true") ? Security.STARTTLS : Security.NONE;
  }

  private int port(Security security) {
    String port = own("port");
    if (port.isEmpty() || port.equals("-1")) {
      return security == Security.TLS ? 465 : 25;
    }
    if (!port.matches("[1-9]\\d{0,4}")) {
      throw NoMailSession.wrongPort(name, port);
    }
    return Integer.parseInt(port);
  }

  // like the library: a log-in that is known is used unless it is switched off
  private boolean signsIn() {
    boolean known = user().isPresent() && password().isPresent();
    return own("auth").equals("true") || (known && !own("auth").equals("false"));
  }

  private Optional<String> user() {
    return said("user").or(() -> asked().map(PasswordAuthentication::getUserName));
  }

  private Optional<Secret> password() {
    return asked()
        .map(PasswordAuthentication::getPassword)
        .filter(text -> !text.isEmpty())
        .or(() -> said("password"))
        .map(Secret::of);
  }

  /** What the authenticator of the session says, where most servers keep the password. */
  private Optional<PasswordAuthentication> asked() {
    return Optional.ofNullable(
        session.requestPasswordAuthentication(null, -1, protocol, null, said("user").orElse(null)));
  }

  private Optional<String> said(String what) {
    return Optional.of(own(what))
        .filter(text -> !text.isBlank())
        .or(() -> Optional.ofNullable(session.getProperty("mail." + what)))
        .filter(text -> !text.isBlank());
  }

  private String own(String what) {
    return String.valueOf(session.getProperties().getOrDefault("mail." + protocol + "." + what, ""))
        .strip();
  }

  /** All it says, under the protocol that Mailroom calls this security by. */
  private Map<String, Object> settings(Security security) {
    String spoken = security == Security.TLS ? "mail.smtps." : "mail.smtp.";
    String prefix = "mail." + protocol + ".";
    Properties said = session.getProperties();
    Map<String, Object> settings = new HashMap<>();
    said.forEach(
        (key, value) -> {
          String property = String.valueOf(key);
          if (!property.endsWith("password")) {
            settings.put(
                property.startsWith(prefix)
                    ? spoken + property.substring(prefix.length())
                    : property,
                value);
          }
        });
    return settings;
  }
}
