package org.mailroom.dkim;

/** What the domain name system says of a key's record. */
public enum DkimRecordState {
  /** It is there and holds this key. */
  PUBLISHED,
  /** There is none. */
  MISSING,
  /** There is one with another key, or more than one. */
  OTHER,
  /** Nobody answers, so nothing is known. */
  UNKNOWN
}
