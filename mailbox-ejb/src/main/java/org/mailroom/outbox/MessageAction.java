package org.mailroom.outbox;

/** What a person may do to an outgoing message. */
public enum MessageAction {
  RETRY("retried"),
  CANCEL("cancelled"),
  HOLD("held"),
  RELEASE("released"),
  REROUTE("re-routed");

  private final String done;

  MessageAction(String done) {
    this.done = done;
  }

  /** In a sentence: it was, or cannot be, … */
  public String done() {
    return done;
  }
}
