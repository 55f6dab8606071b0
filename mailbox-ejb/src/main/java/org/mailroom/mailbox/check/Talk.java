package org.mailroom.mailbox.check;

import java.io.IOException;
import org.mailroom.mailbox.Protocol;

/** What client and server say to each other before the log-in, in each of the three protocols. */
enum Talk {
  IMAP("IMAP", "* OK", "a2 LOGOUT") {
    @Override
    boolean acceptsTls(Wire wire) throws IOException {
      String answer = wire.ask("a1 STARTTLS");
      while (answer.startsWith("* ")) {
        answer = wire.line();
      }
      return answer.startsWith("a1 OK");
    }

    @Override
    boolean greets(String line) {
      return super.greets(line) || line.startsWith("* PREAUTH");
    }
  },
  POP3("POP3", "+OK", "QUIT") {
    @Override
    boolean acceptsTls(Wire wire) throws IOException {
      return wire.ask("STLS").startsWith("+OK");
    }
  },
  SMTP("SMTP", "220", "QUIT") {
    @Override
    boolean acceptsTls(Wire wire) throws IOException {
      String answer = wire.ask("EHLO mailroom.invalid");
      while (isContinued(answer)) {
        answer = wire.line();
      }
      return wire.ask("STARTTLS").startsWith("220");
    }

    @Override
    String greeting(Wire wire) throws IOException {
      String first = wire.line();
      String last = first;
      while (isContinued(last)) {
        last = wire.line();
      }
      return first;
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

  private static boolean isContinued(String reply) {
    return reply.matches("\\d{3}-.*");
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

  @Override
  public String toString() {
    return words;
  }
}
