package org.mailroom.bench;

/** Messages that a peer sends in several threads. */
interface Messages {
  /** Words of about so many bytes, the same for all who send. */
  static String text(int bytes) {
    return "0123456789".repeat(7).concat("\r\n").repeat(bytes / 72);
  }

  int count();

  /** Sends by this thread until none is left. */
  void sendAll(Sender sender) throws Exception;

  /** A peer's way of sending one. */
  interface Sender {
    void send(int number, String text) throws Exception;
  }
}
