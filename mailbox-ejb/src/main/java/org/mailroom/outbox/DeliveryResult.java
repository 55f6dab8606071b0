package org.mailroom.outbox;

import java.util.function.Function;

/** How one try ended for one recipient. */
public sealed interface DeliveryResult {
  /** The server's words, or ours where it said nothing. */
  String words();

  /** The server has taken the message; no more is known. */
  record Accepted(String words) implements DeliveryResult {}

  /** Not now: a passing refusal, or trouble on the way. */
  record Deferred(String words) implements DeliveryResult {}

  /** Never: the server refuses for good. */
  record Refused(String words) implements DeliveryResult {}

  /**
   * The connection was lost after the final dot: the server may have the message or not.
   *
   * @param asks whether a person decides; else it is tried again
   */
  record Uncertain(String words, boolean asks) implements DeliveryResult {
    /** One that is tried again. */
    public Uncertain(String words) {
      this(words, false);
    }
  }

  /** The same, but for what is uncertain: a person decides. */
  default DeliveryResult asking() {
    return this instanceof Uncertain uncertain ? new Uncertain(uncertain.words(), true) : this;
  }

  /** The same end, in other words. */
  default DeliveryResult inWords(String words) {
    return fold(
        accepted -> new Accepted(words),
        deferred -> new Deferred(words),
        refused -> new Refused(words),
        uncertain -> new Uncertain(words, uncertain.asks()));
  }

  default <R> R fold(
      Function<Accepted, R> accepted,
      Function<Deferred, R> deferred,
      Function<Refused, R> refused,
      Function<Uncertain, R> uncertain) {
    if (this instanceof Accepted a) {
      return accepted.apply(a);
    }
    if (this instanceof Deferred d) {
      return deferred.apply(d);
    }
    if (this instanceof Refused r) {
      return refused.apply(r);
    }
    return uncertain.apply((Uncertain) this);
  }
}
