package org.mailroom.bench;

/** How much the application needs over idle while it works through a long queue of large mail. */
final class Memory {
  Memory(Figures figures) {}

  void run(boolean quick) {}
}
