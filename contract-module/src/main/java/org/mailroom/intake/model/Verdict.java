package org.mailroom.intake.model;

import java.util.Optional;
import java.util.function.Function;
import org.mailroom.contract.ContractView;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;

/** What a mail means. Each says why, in one sentence for the ledger. */
public sealed interface Verdict {
  /** Noise. */
  record Ignore(String reason) implements Verdict {}

  /** Something a person must look at. */
  record Quarantine(String reason) implements Verdict {}

  /** An occurrence on a request. */
  record Append(RequestView request, String reason) implements Verdict {}

  /**
   * A new request.
   *
   * @param refersTo the ended one that it continues
   */
  record Open(ContractView contract, Optional<RequestNumber> refersTo, String reason)
      implements Verdict {}

  default <R> R fold(
      Function<Ignore, R> ignore,
      Function<Quarantine, R> quarantine,
      Function<Append, R> append,
      Function<Open, R> open) {
    if (this instanceof Ignore noise) {
      return ignore.apply(noise);
    }
    if (this instanceof Quarantine doubtful) {
      return quarantine.apply(doubtful);
    }
    return this instanceof Append reply ? append.apply(reply) : open.apply((Open) this);
  }
}
