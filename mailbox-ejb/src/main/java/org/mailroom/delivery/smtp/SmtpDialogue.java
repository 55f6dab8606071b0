package org.mailroom.delivery.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.mailroom.bearer.BearerSmtp;

/**
 * The library's connection with its time-outs, TLS and log-in, but command by command: {@code
 * sendMessage} loses what the server said to each recipient as soon as the connection breaks, and
 * would parse and write anew a message that is final.
 */
final class SmtpDialogue extends BearerSmtp {
  // the answer to the command itself: the library sends RSET after a refusal, which may break
  private Reply answer;

  SmtpDialogue(Session session, String protocol) {
    super(session, protocol);
  }

  /**
   * Sends a command and waits for the answer.
   *
   * @throws MessagingException if none came
   */
  synchronized Reply say(String command) throws MessagingException {
    answer = null;
    simpleCommand(command.getBytes(StandardCharsets.UTF_8));
    return answered(new IOException("closed by the server"));
  }

  /**
   * DATA, the message as it is, and the final dot.
   *
   * @throws LostAfterDot if the connection was lost when the server may have had all of it
   * @throws MessagingException if it was lost before
   */
  synchronized Reply transfer(byte[] message) throws MessagingException {
    answer = null;
    try {
      OutputStream content = data();
      content.write(message);
    } catch (MessagingException refused) {
      return refusal(refused);
    } catch (IOException broken) {
      throw new MessagingException("The connection was lost while sending", broken);
    }
    return finish();
  }

  private Reply finish() throws LostAfterDot {
    answer = null;
    try {
      finishData();
      return answer;
    } catch (MessagingException | IOException e) {
      if (answer != null && answer.real()) {
        return answer;
      }
      throw new LostAfterDot(e);
    }
  }

  private Reply refusal(MessagingException e) throws MessagingException {
    if (answered(e).positive()) {
      throw new MessagingException("Unexpected answer to DATA: " + answer.words(), e);
    }
    return answer;
  }

  private Reply answered(Exception otherwise) throws MessagingException {
    if (answer != null && answer.real()) {
      return answer;
    }
    throw new MessagingException("No answer from the server", otherwise);
  }

  @Override
  protected synchronized int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    if (answer == null) {
      answer = Reply.of(code, getLastServerResponse());
    }
    return code;
  }
}
