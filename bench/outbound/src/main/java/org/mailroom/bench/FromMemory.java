package org.mailroom.bench;

import java.util.concurrent.atomic.AtomicInteger;

/** Messages that nobody has to remember. */
final class FromMemory implements Messages {
  private final AtomicInteger next = new AtomicInteger();
  private final int count;
  private final String text;

  FromMemory(int count, int bytes) {
    this.count = count;
    this.text = Messages.text(bytes);
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void sendAll(Sender sender) throws Exception {
    for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
      sender.send(n, text);
    }
  }
}
