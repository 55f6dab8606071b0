package org.mailroom.bench;

/** Messages that a peer sends in several threads. */
interface Messages {
  int count();

  /** Sends by this thread until none is left. */
  void sendAll(Sender sender) throws Exception;

  /** A peer's way of sending one. */
  interface Sender {
    void send(int number, String text) throws Exception;
  }
}
