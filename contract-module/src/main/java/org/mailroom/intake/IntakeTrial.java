package org.mailroom.intake;

import java.util.Optional;
import org.mailroom.contract.ContractView;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.Outcome;
import org.mailroom.rule.RuleView;

/**
 * What would become of a mail.
 *
 * @param outcome without reference where a request would be opened
 * @param contract that the mailbox belongs to
 * @param rule of the mailbox that applied, if one did; a request would be classified as it says
 * @param text what would be written down; empty if nothing would
 * @param mail what could be read of it; empty if nothing
 */
public record IntakeTrial(
    Outcome outcome,
    Optional<ContractView> contract,
    Optional<RuleView> rule,
    String text,
    Optional<IncomingMail> mail) {}
