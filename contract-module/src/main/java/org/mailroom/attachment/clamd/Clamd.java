package org.mailroom.attachment.clamd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.mailroom.attachment.FileNotScanned;
import org.mailroom.attachment.ScannerAway;

/**
 * The protocol of clamd(8): one command a connection, the file in pieces behind {@code INSTREAM}.
 */
public final class Clamd {
  private static final int PIECE = 64 << 10;
  private static final Duration SCAN = Duration.ofMinutes(2);
  private static final Duration PING = Duration.ofSeconds(3);
  private static final String FOUND = " FOUND";

  private final String where;

  /**
   * @param where {@code host:port} or the path of a socket
   */
  public Clamd(String where) {
    this.where = where;
  }

  /** The name of the virus in a file; empty if there is none. */
  public Optional<String> virus(byte[] content) {
    String answer = scanned(content);
    if (answer.endsWith(FOUND)) {
      return Optional.of(
          answer.substring(answer.indexOf(' ') + 1, answer.length() - FOUND.length()));
    }
    if (answer.endsWith(": OK")) {
      return Optional.empty();
    }
    throw new FileNotScanned(answer);
  }

  private String scanned(byte[] content) {
    try (Line line = Line.to(where, SCAN)) {
      try {
        send(line, content);
      } catch (IOException broken) {
        // it says why it takes no more, and hangs up
        return said(line, broken);
      }
      return line.answer();
    } catch (IOException | IllegalArgumentException e) {
      throw new ScannerAway(where, words(e));
    }
  }

  private static String said(Line line, IOException broken) throws IOException {
    try {
      return line.answer();
    } catch (IOException nothing) {
      broken.addSuppressed(nothing);
      throw broken;
    }
  }

  private static void send(Line line, byte[] content) throws IOException {
    line.send(command("INSTREAM"));
    for (int from = 0; from < content.length; from += PIECE) {
      int length = Math.min(PIECE, content.length - from);
      line.send(ByteBuffer.allocate(4 + length).putInt(length).put(content, from, length).flip());
    }
    line.send(ByteBuffer.allocate(4));
  }

  public boolean answers() {
    try (Line line = Line.to(where, PING)) {
      line.send(command("PING"));
      return line.answer().equals("PONG");
    } catch (IOException | IllegalArgumentException away) {
      return false;
    }
  }

  // z: command and answer end with a zero byte
  private static ByteBuffer command(String name) {
    return ByteBuffer.wrap(("z" + name + "\0").getBytes(StandardCharsets.US_ASCII));
  }

  private static String words(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
