package org.mailroom.mailbox.check;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Lines of text to and from a server. */
final class Wire {
  private static final int MAX_LINE = 2000;
  private static final int MAX_LINES = 200;

  private final Socket socket;

  Wire(Socket socket) {
    this.socket = socket;
  }

  void say(String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** Says a command and hears the first line of the answer. */
  String ask(String command) throws IOException {
    say(command);
    return line();
  }

  /** All lines up to the last one of an answer, that one too. */
  List<String> linesTo(Predicate<String> last) throws IOException {
    List<String> lines = new ArrayList<>();
    do {
      if (lines.size() == MAX_LINES) {
        throw new Deadline.TooMuch();
      }
      lines.add(line());
    } while (!last.test(lines.get(lines.size() - 1)));
    return lines;
  }

  /** The next line; a long one is cut. What is no text shows as the bytes it is. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    InputStream in = socket.getInputStream();
    int next = in.read();
    // Byte by byte, for what follows a STARTTLS answer belongs to TLS.
    while (next >= 0 && next != '\n' && line.length() < MAX_LINE) {
      line.append((char) next);
      next = isTlsRecord(line) ? '\n' : in.read();
    }
    if (next < 0 && line.isEmpty()) {
      throw new EOFException("the server closed the connection");
    }
    return line.toString().strip();
  }

  /** Whether the server has said more than it was asked. */
  boolean hasMore() throws IOException {
    return socket.getInputStream().available() > 0;
  }

  /** A TLS alert has no line end to wait for (RFC 8446 5.1: type 21, version 3.x). */
  private static boolean isTlsRecord(CharSequence line) {
    return line.length() == 2 && line.charAt(0) == 0x15 && line.charAt(1) == 0x03;
  }
}
