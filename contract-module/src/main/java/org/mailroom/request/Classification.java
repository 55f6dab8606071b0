package org.mailroom.request;

/**
 * What a request is about, how urgent it is, and who looks after it.
 *
 * @param service the contract's service, as its people call it; may be empty
 * @param group acronym of the group; may be empty
 */
public record Classification(String service, Priority priority, String group) {
  /** The most characters of a service. */
  public static final int MAX_SERVICE = 100;

  /** Of whatever nobody has said anything about. */
  public static final Classification NONE = new Classification("", Priority.NORMAL, "");
}
