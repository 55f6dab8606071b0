package org.mailroom.torture;

/** When, as seen from the receiving side, something is done to the sender. */
enum Moment {
  /** It has connected: messages are claimed, and none was offered. */
  AFTER_CLAIM,
  /** It has named a recipient. */
  AFTER_RCPT,
  /** The whole message is here, and the answer is not given. */
  AFTER_DOT,
  /** The answer has just been given. */
  AFTER_ANSWER,
  /** Some while after an answer, when it has been settled. */
  AFTER_SETTLE
}
