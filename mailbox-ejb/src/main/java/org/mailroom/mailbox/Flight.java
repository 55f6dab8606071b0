package org.mailroom.mailbox;

import java.io.IOException;

/**
 * A connection that can hold back what is written to it, so that several small writes travel
 * together. Under TLS it holds back the protected bytes.
 */
public interface Flight {
  /** Keeps what is written, up to what it has room for, until {@link #depart}. */
  void board();

  /** Sends what was kept. */
  void depart() throws IOException;
}
