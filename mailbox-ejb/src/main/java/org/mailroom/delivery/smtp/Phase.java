package org.mailroom.delivery.smtp;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.mailroom.mailbox.Flight;

/**
 * The time that a connection has for what it is doing. A time-out for each read would let a server
 * that says a byte now and then, or takes one, hold a worker for ever; so whoever looks after the
 * connections breaks off the one that is overdue. Written by the worker, looked at by others.
 */
final class Phase {
  private volatile Socket socket;
  private volatile Duration limit = Duration.ZERO;
  private volatile long end;
  private volatile boolean running;
  private volatile boolean brokenOff;

  /** The socket to break off. */
  void holding(Socket opened) {
    socket = opened;
  }

  /**
   * Holds back what is written, so that it travels together; not where a session's own socket is.
   */
  void board() {
    if (socket instanceof Flight flight) {
      flight.board();
    }
  }

  void depart() throws IOException {
    if (socket instanceof Flight flight) {
      flight.depart();
    }
  }

  void begin(Duration time) {
    limit = time;
    end = System.nanoTime() + time.toNanos();
    running = true;
  }

  void end() {
    running = false;
  }

  /** Closes the connection if its time is over, which wakes whoever reads or writes. */
  void breakOffIfOverdue() {
    Socket held = socket;
    if (running && held != null && System.nanoTime() - end > 0) {
      brokenOff = true;
      close(held);
    }
  }

  private static void close(Socket held) {
    try {
      held.close();
    } catch (IOException alreadyGone) {
      System.getLogger(Phase.class.getName())
          .log(System.Logger.Level.DEBUG, "closing an overdue connection", alreadyGone);
    }
  }

  /** What went wrong, told as a time-out if that was the cause. */
  MessagingException explained(MessagingException trouble) {
    return brokenOff
        ? new MessagingException(
            "Too slow", new SocketTimeoutException("more than " + limit.toSeconds() + " s"))
        : trouble;
  }
}
