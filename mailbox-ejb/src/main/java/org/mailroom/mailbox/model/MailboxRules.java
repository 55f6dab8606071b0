package org.mailroom.mailbox.model;

import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.ForbiddenTarget;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.SendingPolicy;
import org.mailroom.mailbox.provider.ProviderFile;
import org.mailroom.mailbox.socket.ServerName;
import org.mailroom.mailbox.socket.Targets;

/**
 * The rules of docs/mailboxes.md that settings can be held to by themselves. All broken ones are
 * told, in the order of the form. {@link PasswordRule} judges the password.
 */
public final class MailboxRules {
  static final int MAX_NAME = 100;
  static final int MAX_TEXT = 255;
  private static final int MAX_MESSAGES = 100_000;
  private static final int MAX_CONNECTIONS = 100;
  private static final int MAX_HOURS = 120;
  // RFC 5321 4.5.3.2.6 has ten minutes
  private static final int MIN_SECONDS = 60;
  private static final int MAX_SECONDS = 600;
  private static final String NO_SERVER =
      "The server is a host name or an IP address alone, such as mail.example.org: no spaces, no"
          + " \"imap://\", no port.";
  private static final int MAX_PORT = 65_535;
  // No scheme but "java:": a name such as ldap://… would fetch what a stranger serves.
  private static final Pattern SESSION_NAME =
      Pattern.compile("(java:(/|(?=\\w)))?\\w[\\w.-]*(/\\w[\\w.-]*)*");
  private static final String NO_SESSION_NAME =
      "The Mail Session is a JNDI name of this server, such as mail/xpto or java:app/mail/xpto.";

  private final MailboxSettings settings;
  private final Connection connection;
  private final List<Problem> problems = new ArrayList<>();

  private MailboxRules(MailboxSettings settings) {
    this.settings = settings;
    this.connection = settings.connection();
  }

  /** What is wrong with the settings, whatever else is stored. */
  public static List<Problem> problems(MailboxSettings settings) {
    MailboxRules rules = new MailboxRules(settings);
    rules.name();
    rules.type();
    rules.provider();
    if (settings.mailSession().isPresent()) {
      rules.mailSession(settings.mailSession().get());
    } else {
      rules.server();
      rules.port();
      rules.signIn();
    }
    rules.reading();
    rules.sending();
    return List.copyOf(rules.problems);
  }

  /**
   * Whether the server is one that no mailbox may point at. A name that does not resolve now is no
   * problem: it may tomorrow, and every connection asks again.
   */
  public static List<Problem> problemsOfTarget(MailboxSettings settings, Targets targets) {
    List<Problem> problems = new ArrayList<>(problemsOfServer(settings, targets));
    problems.addAll(OAuthRules.problemsOfTarget(settings.oauth(), targets));
    return problems;
  }

  private static List<Problem> problemsOfServer(MailboxSettings settings, Targets targets) {
    String server = settings.connection().server();
    if (server == null || ServerName.ascii(server).isEmpty()) {
      return List.of();
    }
    try {
      targets.addressOf(server);
      return List.of();
    } catch (ForbiddenTarget forbidden) {
      return List.of(new Problem("SERVER_FORBIDDEN", "server", forbidden.getMessage()));
    } catch (UnknownHostException notNow) {
      return List.of();
    }
  }

  public static Problem nameTaken(String name) {
    return new Problem(
        "NAME_TAKEN", "name", "There is already a mailbox named \"%s\".".formatted(name));
  }

  private void name() {
    if (settings.name() == null) {
      problem("NAME_MISSING", "name", "Give the mailbox a name.");
    }
    text("name", settings.name(), MAX_NAME);
  }

  private void type() {
    if (settings.type() == null) {
      problem("TYPE_MISSING", "type", "Choose the type: Input to read, Output to send.");
    }
  }

  private void provider() {
    String provider = settings.provider();
    if (provider != null && ProviderFile.find(provider).isEmpty()) {
      problem("PROVIDER_UNKNOWN", "provider", "There is no mail provider of this key.");
    }
  }

  private void server() {
    String server = connection.server();
    if (server == null) {
      problem("SERVER_MISSING", "server", "Name the mail server.");
    } else if (ServerName.ascii(server).isEmpty()) {
      problem("SERVER_SYNTAX", "server", NO_SERVER);
    }
  }

  private void port() {
    Integer port = connection.port();
    if (port != null && (port < 1 || port > MAX_PORT)) {
      problem("PORT_RANGE", "port", "The port is a number from 1 to 65535.");
    }
  }

  private void signIn() {
    text("user", connection.user(), MAX_TEXT);
    switch (connection.authentication()) {
      case OAUTH2 -> byOAuth2();
      case PASSWORD -> require(connection.user(), "user", "Name the user to sign in as.");
      case NONE -> withoutSignIn();
    }
  }

  private void byOAuth2() {
    require(connection.user(), "user", "Name the user to sign in as.");
    problems.addAll(OAuthRules.problems(settings.oauth()));
  }

  private void withoutSignIn() {
    if (settings.type() == MailboxType.INPUT) {
      problem("SIGN_IN_MISSING", "authentication", "Nobody reads a mailbox without signing in.");
    } else if (connection.user() != null) {
      problem("USER_NOT_USED", "user", "Without authentication there is no user: remove it.");
    }
  }

  private void mailSession(String name) {
    text("mailSession", name, MAX_TEXT);
    if (!SESSION_NAME.matcher(name).matches()) {
      problem("MAIL_SESSION_SYNTAX", "mailSession", NO_SESSION_NAME);
    }
  }

  private void reading() {
    Reading reading = settings.reading();
    if (reading == null) {
      return;
    }
    text("folder", reading.folder(), MAX_TEXT);
    if (!Objects.equals(reading.address(), connection.user())) {
      address("address", reading.address());
    }
    if (reading.protocol() == Protocol.POP3 && !Reading.INBOX.equals(reading.folder())) {
      problem("FOLDER_POP3", "folder", "POP3 knows no folder but INBOX.");
    }
    problems.addAll(AfterReadingRules.problems(reading));
  }

  private void sending() {
    Sending sending = settings.sending();
    if (sending == null) {
      return;
    }
    require(sending.sender(), "sender", "Give the address that the mail comes from.");
    address("sender", sending.sender());
    text("senderName", sending.senderName(), MAX_TEXT);
    address("replyTo", sending.replyTo());
    policy(sending.policy());
  }

  private void policy(SendingPolicy policy) {
    range("messagesAMinute", policy.messagesAMinute(), 1, MAX_MESSAGES);
    range("connections", policy.connections(), 1, MAX_CONNECTIONS);
    range("giveUpAfterHours", policy.giveUpAfterHours(), 1, MAX_HOURS);
    range("answerSeconds", policy.answerSeconds(), MIN_SECONDS, MAX_SECONDS);
  }

  private void range(String field, Integer number, int least, int most) {
    if (number != null && (number < least || number > most)) {
      problem(code(field, "RANGE"), field, "A number from %d to %d.".formatted(least, most));
    }
  }

  private void address(String field, String text) {
    if (text != null && EmailAddress.parse(text).isEmpty()) {
      problem(code(field, "SYNTAX"), field, "Write one e-mail address, such as desk@example.org.");
    }
  }

  private void require(String text, String field, String message) {
    if (text == null) {
      problem(code(field, "MISSING"), field, message);
    }
  }

  private void text(String field, String text, int limit) {
    problems.addAll(problemsOfText(field, text, limit));
  }

  /** What is wrong with a text as such; nothing with none. */
  static List<Problem> problemsOfText(String field, String text, int limit) {
    List<Problem> problems = new ArrayList<>();
    if (text != null && text.length() > limit) {
      String message = "At most %d characters.".formatted(limit);
      problems.add(new Problem(code(field, "LENGTH"), field, message));
    }
    if (text != null && isBroken(text)) {
      String message = "No line breaks and no control characters.";
      problems.add(new Problem(code(field, "CHARACTERS"), field, message));
    }
    return problems;
  }

  /** Whether a text would end a line or worse, in a header or in a command to a server. */
  static boolean isBroken(String text) {
    return text.codePoints().anyMatch(MailboxRules::breaks);
  }

  private static boolean breaks(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  static String code(String field, String what) {
    return field.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT) + "_" + what;
  }

  private void problem(String code, String field, String message) {
    problems.add(new Problem(code, field, message));
  }
}
