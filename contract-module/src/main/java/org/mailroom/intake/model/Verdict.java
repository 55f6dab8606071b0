package org.mailroom.intake.model;

import java.util.Optional;
import java.util.function.Function;
import org.mailroom.contract.ContractView;
import org.mailroom.request.Classification;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;
import org.mailroom.rule.RuleView;

/** What a mail means. Each says why, in one sentence for the ledger. */
public sealed interface Verdict {
  /** Why, in one sentence. */
  String reason();

  /** The rule of the mailbox that applied, if one did. */
  default Optional<RuleView> rule() {
    return Optional.empty();
  }

  /** Noise. */
  record Ignore(String reason, Optional<RuleView> rule) implements Verdict {
    public Ignore(String reason) {
      this(reason, Optional.empty());
    }
  }

  /** Something a person must look at. */
  record Quarantine(String reason, Optional<RuleView> rule) implements Verdict {
    public Quarantine(String reason) {
      this(reason, Optional.empty());
    }
  }

  /** An occurrence on a request. */
  record Append(RequestView request, String reason) implements Verdict {}

  /**
   * What a mail server reports, told on the request that the message was sent for.
   *
   * @param words each recipient with what was said of it
   */
  record Tell(RequestView request, String words, String reason) implements Verdict {}

  /**
   * A new request.
   *
   * @param refersTo the ended one that it continues
   */
  record Open(
      ContractView contract,
      Optional<RequestNumber> refersTo,
      String reason,
      Optional<RuleView> rule)
      implements Verdict {
    public Open(ContractView contract, Optional<RequestNumber> refersTo, String reason) {
      this(contract, refersTo, reason, Optional.empty());
    }

    /** As the rule says. */
    public Classification classification() {
      return rule.map(RuleView::classification).orElse(Classification.NONE);
    }
  }

  default <R> R fold(
      Function<Ignore, R> ignore,
      Function<Quarantine, R> quarantine,
      Function<Append, R> append,
      Function<Tell, R> tell,
      Function<Open, R> open) {
    if (this instanceof Ignore noise) {
      return ignore.apply(noise);
    }
    if (this instanceof Quarantine doubtful) {
      return quarantine.apply(doubtful);
    }
    if (this instanceof Append reply) {
      return append.apply(reply);
    }
    return this instanceof Tell report ? tell.apply(report) : open.apply((Open) this);
  }
}
