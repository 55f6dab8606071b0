package org.mailroom.request;

/** How urgent a request is. */
public enum Priority {
  LOW,
  NORMAL,
  HIGH,
  CRITICAL
}
