package org.mailroom.mailbox.check;

import java.io.IOException;
import java.util.List;
import org.mailroom.mailbox.Protocol;

/** What client and server say to each other before the log-in, in each of the three protocols. */
enum Talk {
  IMAP("IMAP", "* OK", "a3 LOGOUT") {
    @Override
    boolean acceptsTls(Wire wire) throws IOException {
      wire.say("a1 STARTTLS");
      return lastOf(wire.linesTo(line -> !line.startsWith("* "))).startsWith("a1 OK");
    }

    @Override
    boolean greets(String line) {
      return super.greets(line) || line.startsWith("* PREAUTH");
    }

    @Override
    Capabilities capabilities(Wire wire) throws IOException {
      wire.say("a2 CAPABILITY");
      return Capabilities.ofImap(wire.linesTo(line -> !line.startsWith("* ")));
    }
  },
  POP3("POP3", "+OK", "QUIT") {
    @Override
    boolean acceptsTls(Wire wire) throws IOException {
      return wire.ask("STLS").startsWith("+OK");
    }

    @Override
    Capabilities capabilities(Wire wire) throws IOException {
      boolean told = wire.ask("CAPA").startsWith("+OK");
      return Capabilities.ofPop3(told ? wire.linesTo("."::equals) : List.of());
    }
  },
  SMTP("SMTP", "220", "QUIT") {
    @Override
    boolean acceptsTls(Wire wire) throws IOException {
      ehlo(wire);
      return wire.ask("STARTTLS").startsWith("220");
    }

    @Override
    String greeting(Wire wire) throws IOException {
      return wire.linesTo(Talk::isLast).get(0);
    }

    @Override
    Capabilities capabilities(Wire wire) throws IOException {
      return Capabilities.ofSmtp(ehlo(wire));
    }

    private List<String> ehlo(Wire wire) throws IOException {
      wire.say("EHLO mailroom.invalid");
      return wire.linesTo(Talk::isLast);
    }
  };

  private final String words;
  private final String welcome;
  private final String farewell;

  Talk(String words, String welcome, String farewell) {
    this.words = words;
    this.welcome = welcome;
    this.farewell = farewell;
  }

  /**
   * @param protocol null for sending
   */
  static Talk of(Protocol protocol) {
    if (protocol == null) {
      return SMTP;
    }
    return protocol == Protocol.IMAP ? IMAP : POP3;
  }

  /** Whether an SMTP reply goes on no further. */
  private static boolean isLast(String reply) {
    return !reply.matches("\\d{3}-.*");
  }

  private static String lastOf(List<String> lines) {
    return lines.get(lines.size() - 1);
  }

  /** What the server says first. */
  String greeting(Wire wire) throws IOException {
    return wire.line();
  }

  boolean greets(String line) {
    return line.startsWith(welcome);
  }

  /** Takes leave, so that nobody's log counts a broken connection. */
  void leave(Wire wire) throws IOException {
    wire.say(farewell);
  }

  /** Asks for TLS on this connection; after yes, the next byte is TLS. */
  abstract boolean acceptsTls(Wire wire) throws IOException;

  /** Asks what the server can do, as it tells before the log-in. */
  abstract Capabilities capabilities(Wire wire) throws IOException;

  @Override
  public String toString() {
    return words;
  }
}
