package org.mailroom.delivery.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import org.mailroom.bearer.BearerSmtp;

/**
 * The library's connection with its TLS and log-in, but command by command, or several commands in
 * one flight (RFC 2920): {@code sendMessage} waits for each answer, loses what the server said to
 * each recipient as soon as the connection breaks, and would parse and write anew a message that is
 * final. For one thread.
 */
final class SmtpDialogue extends BearerSmtp {
  private static final Duration COMMAND = Duration.ofSeconds(60);
  private static final Duration WRITING = Duration.ofMinutes(3);
  private static final int BYTES_A_SECOND = 16 << 10;
  private static final String DATA = "DATA";
  private static final String END = ".";
  private static final int GO_AHEAD = 354;
  private static final int OK = 250;

  private final Phase phase;
  private final Deque<String> unanswered = new ArrayDeque<>();
  private List<String> following = List.of();
  private boolean spent;
  // the answer to the command itself: the library sends RSET after a refusal, which may break
  private Reply answer;
  // what the library is told instead of what it would ask for
  private int played;

  SmtpDialogue(Properties settings, String protocol, Phase phase) {
    super(Session.getInstance(settings), protocol);
    this.phase = phase;
  }

  /** Whether commands may be sent before the answers to earlier ones have come (RFC 2920). */
  boolean pipelines() {
    return supportsExtension("PIPELINING");
  }

  /** Sends commands in one flight; {@link #ask} then only reads their answers. */
  synchronized void announce(List<String> commands) throws MessagingException {
    phase.begin(COMMAND);
    try {
      phase.board();
      write(commands);
      phase.depart();
    } catch (IOException broken) {
      throw new MessagingException("The connection was lost", broken);
    }
    unanswered.addAll(commands);
  }

  // in UTF-8, as an address may need it (RFC 6531); the library's own way waits for an answer
  private void write(List<String> commands) throws MessagingException {
    int before = played;
    played = OK;
    try {
      for (String command : commands) {
        simpleCommand(command.getBytes(StandardCharsets.UTF_8));
      }
    } finally {
      played = before;
    }
  }

  /**
   * Sends a command, unless it has been announced, and waits for the answer.
   *
   * @throws MessagingException if none came
   */
  synchronized Reply ask(String command) throws MessagingException {
    if (unanswered.isEmpty()) {
      announce(List.of(command));
    }
    unanswered.remove();
    return read(COMMAND);
  }

  /** Hears the answers to what was announced in vain. */
  synchronized void drain() throws MessagingException {
    while (!unanswered.isEmpty()) {
      String command = unanswered.remove();
      boolean waits = read(COMMAND).goAhead();
      // an empty text (RFC 2920 3.1) might be taken for a message; nothing follows instead
      spent |= waits && command.equals(DATA);
    }
  }

  /** Whether the server waits for a text that will not come: it is left. */
  boolean isSpent() {
    return spent;
  }

  /**
   * The message as it is and the final dot, after the server's go-ahead, and behind them in the
   * same flight the commands of the next message.
   *
   * @throws LostAfterDot if the connection was lost when the server may have had all of it
   * @throws MessagingException if it was lost before
   */
  synchronized void transfer(byte[] message, List<String> next) throws MessagingException {
    phase.begin(WRITING.plusSeconds(message.length / BYTES_A_SECOND));
    try {
      played = GO_AHEAD;
      phase.board();
      data().write(message);
    } catch (IOException broken) {
      throw phase.explained(
          new MessagingException("The connection was lost while sending", broken));
    }
    finish(next);
  }

  private void finish(List<String> next) throws LostAfterDot {
    following = next;
    try {
      played = OK;
      finishData();
      phase.depart();
      unanswered.addAll(next);
    } catch (MessagingException | IOException e) {
      throw new LostAfterDot(e);
    } finally {
      played = 0;
    }
  }

  /**
   * The answer to the final dot.
   *
   * @throws LostAfterDot if none came
   */
  synchronized Reply verdict(Duration patience) throws LostAfterDot {
    try {
      return read(patience);
    } catch (MessagingException e) {
      throw new LostAfterDot(e);
    }
  }

  private Reply read(Duration patience) throws MessagingException {
    phase.begin(patience);
    answer = null;
    try {
      readServerResponse();
    } catch (MessagingException e) {
      if (answer == null || !answer.real()) {
        throw phase.explained(e);
      }
    } finally {
      phase.end();
    }
    if (!answer.real()) {
      throw phase.explained(
          new MessagingException(
              "No answer from the server", new IOException("closed by the server")));
    }
    return answer;
  }

  // The library asks for DATA and for the end of it by itself: the first has been asked already,
  // and
  // to the second the next commands are added.
  @Override
  protected synchronized void sendCommand(String command) throws MessagingException {
    if (played == OK && command.equals(END)) {
      List<String> flight = new ArrayList<>(following);
      flight.add(0, END);
      write(flight);
    } else if (played == 0) {
      super.sendCommand(command);
    }
  }

  @Override
  protected synchronized int readServerResponse() throws MessagingException {
    if (played != 0) {
      return played;
    }
    int code = super.readServerResponse();
    if (answer == null) {
      answer = Reply.of(code, getLastServerResponse());
    }
    return code;
  }
}
