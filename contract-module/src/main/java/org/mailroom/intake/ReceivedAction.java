package org.mailroom.intake;

/** What a person may do to several received mails at once. */
public enum ReceivedAction {
  RUN_AGAIN,
  DISCARD
}
