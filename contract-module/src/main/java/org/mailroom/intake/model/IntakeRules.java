package org.mailroom.intake.model;

import java.util.Optional;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;
import org.mailroom.request.Situation;
import org.mailroom.rule.RuleView;

/** Decides what one received mail means; the first rule that applies decides (docs/intake.md). */
public final class IntakeRules {
  private IntakeRules() {}

  public static Verdict judge(Circumstances facts) {
    if (facts.mail().automatic().isPresent()) {
      // RFC 3834: a robot's mail opens nothing, or two robots talk for ever
      return new Verdict.Ignore(facts.mail().automatic().get());
    }
    if (facts.mail().from().isEmpty()) {
      return new Verdict.Quarantine("The mail names no readable sender.");
    }
    if (facts.isFromUs()) {
      return new Verdict.Ignore("The sender is one of our own addresses.");
    }
    return facts
        .contract()
        .map(contract -> under(contract, facts))
        .orElseGet(() -> new Verdict.Quarantine("No contract reads from this mailbox."));
  }

  private static Verdict under(ContractView contract, Circumstances facts) {
    return facts
        .answered()
        .map(request -> answer(request, contract, facts))
        .orElseGet(() -> opening(contract, facts, "A new mail."));
  }

  private static Verdict answer(RequestView request, ContractView contract, Circumstances facts) {
    String answers = "It answers request %s".formatted(request.number());
    if (!request.contract().equals(contract.id())) {
      return opening(contract, facts, answers + ", which belongs to another contract.");
    }
    if (!facts.mayWriteTo(request)) {
      return opening(contract, facts, answers + ", but its sender takes no part in that one.");
    }
    if (request.situation().leadsTo(Situation.REOPENED)) {
      return new Verdict.Append(request, answers + ", which it reopens.");
    }
    if (request.situation().isEnded()) {
      String ended = "%s, which is %s.".formatted(answers, request.situation().words());
      return ruled(contract, facts, Optional.of(request.number()), ended);
    }
    return new Verdict.Append(request, answers + ".");
  }

  private static Verdict opening(ContractView contract, Circumstances facts, String reason) {
    Verdict opened = ruled(contract, facts, Optional.empty(), reason);
    boolean stopped = !(opened instanceof Verdict.Open) || maySend(contract, facts);
    return stopped ? opened : new Verdict.Quarantine(reason + " " + refusal(contract));
  }

  /** What the rules of the mailbox make of a mail that would open a request. */
  private static Verdict ruled(
      ContractView contract, Circumstances facts, Optional<RequestNumber> refersTo, String reason) {
    return facts
        .rule()
        .map(rule -> ruled(rule, contract, facts, refersTo, reason))
        .orElseGet(() -> running(contract, facts, refersTo, reason));
  }

  private static Verdict ruled(
      RuleView rule,
      ContractView contract,
      Circumstances facts,
      Optional<RequestNumber> refersTo,
      String reason) {
    String named = "%s Rule \"%s\"".formatted(reason, rule.name());
    return switch (rule.action()) {
      case IGNORE -> new Verdict.Ignore(named + " ignores it.", Optional.of(rule));
      case QUARANTINE ->
          new Verdict.Quarantine(named + " puts it in quarantine.", Optional.of(rule));
      case OPEN -> running(contract, facts, refersTo, named + " applies.");
    };
  }

  private static Verdict running(
      ContractView contract, Circumstances facts, Optional<RequestNumber> refersTo, String reason) {
    return contract.runsOn(facts.today())
        ? new Verdict.Open(contract, refersTo, reason, facts.rule())
        : new Verdict.Quarantine(
            "%s Contract %s does not run on %s."
                .formatted(reason, contract.number(), facts.today()));
  }

  private static boolean maySend(ContractView contract, Circumstances facts) {
    return facts.released() || isWelcome(contract, facts);
  }

  private static boolean isWelcome(ContractView contract, Circumstances facts) {
    return switch (contract.senderPolicy()) {
      case ANYONE -> true;
      case KNOWN -> facts.known();
      case KNOWN_OR_DOMAIN ->
          facts.known()
              || facts
                  .mail()
                  .from()
                  .map(EmailAddress::domain)
                  .filter(contract.domains()::contains)
                  .isPresent();
    };
  }

  private static String refusal(ContractView contract) {
    String who =
        contract.senderPolicy() == SenderPolicy.KNOWN
            ? "people we know"
            : "people we know and the client's domains";
    return "Contract %s takes mail from %s only.".formatted(contract.number(), who);
  }
}
