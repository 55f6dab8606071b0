package org.mailroom.inbound.pop3;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Keeps what is written to it up to a length, and lets the rest go. */
final class BoundedBytes extends OutputStream {
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final long most;
  private boolean complete = true;

  BoundedBytes(long most) {
    this.most = most;
  }

  @Override
  public void write(int one) {
    if (kept.size() < most) {
      kept.write(one);
    } else {
      complete = false;
    }
  }

  boolean complete() {
    return complete;
  }

  byte[] bytes() {
    return kept.toByteArray();
  }
}
