package org.mailroom.mailbox.socket;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.mailroom.mailbox.Flight;

/** What a socket sends: at once, or together when a flight departs. */
final class Boarding extends BufferedOutputStream implements Flight {
  private static final int ROOM = 64 << 10;

  private volatile boolean holding;

  Boarding(OutputStream out) {
    super(out, ROOM);
  }

  @Override
  public void board() {
    holding = true;
  }

  @Override
  public void depart() throws IOException {
    holding = false;
    super.flush();
  }

  @Override
  public synchronized void write(int one) throws IOException {
    super.write(one);
    flush();
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    super.write(bytes, offset, length);
    flush();
  }

  @Override
  public synchronized void flush() throws IOException {
    if (!holding) {
      super.flush();
    }
  }
}
