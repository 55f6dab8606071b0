package org.mailroom.request;

import java.util.Locale;

/** Where a request stands. */
public enum Situation {
  IN_PROGRESS,
  SUSPENDED,
  CANCELLED,
  RESOLVED,
  REOPENED,
  CLOSED;

  /** Whether it is being attended, so that its flow may go on. */
  public boolean isOpen() {
    return this == IN_PROGRESS || this == REOPENED;
  }

  /** Whether the end of its flow closes it: it is attended, or was and waits to be closed. */
  public boolean isOngoing() {
    return isOpen() || this == RESOLVED;
  }

  /** Whether nothing more happens, unless it is reopened. */
  public boolean isEnded() {
    return this == CANCELLED || this == CLOSED;
  }

  /** Whether a request may go from here to there. */
  public boolean leadsTo(Situation next) {
    return switch (this) {
      case IN_PROGRESS, REOPENED -> next != this && next != IN_PROGRESS && next != REOPENED;
      case SUSPENDED -> next == IN_PROGRESS || next.isEnded();
      case RESOLVED -> next == REOPENED || next == CLOSED;
      case CLOSED -> next == REOPENED;
      case CANCELLED -> false;
    };
  }

  /** For people: {@code In progress}. */
  public String words() {
    String words = name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
