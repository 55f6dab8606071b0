package org.mailroom.rule;

import java.util.List;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.request.Classification;

/**
 * A rule as people and programs see it.
 *
 * @param position among the rules of its mailbox, from 1; the first that holds decides
 * @param conditions all must hold; none holds for every mail
 * @param classification of the request that it opens
 */
public record RuleView(
    RuleId id,
    MailboxId mailbox,
    int position,
    String name,
    boolean enabled,
    List<RuleCondition> conditions,
    RuleAction action,
    Classification classification) {}
