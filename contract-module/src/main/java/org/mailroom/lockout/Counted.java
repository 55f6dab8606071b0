package org.mailroom.lockout;

/** By what failures are counted. */
public enum Counted {
  /** The log-in, from wherever nobody is known. */
  LOGIN,
  /** The log-in on a browser it came in with before. */
  DEVICE,
  /** The address of the network, whatever the log-in. */
  ADDRESS
}
