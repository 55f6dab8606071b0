package org.mailroom.flow.email;

import java.util.List;
import org.mailroom.flow.Desk;
import org.mailroom.flow.bpmn.Diagram;
import org.mailroom.flow.flowable.Expressions;
import org.mailroom.mailbox.Mailboxes;

/** The rules of e-mail elements on a desk in memory. */
public final class RulesOn {
  private RulesOn() {}

  public static EmailRules desk(Desk desk, Mailboxes mailboxes) {
    EmailRules rules = new EmailRules();
    rules.templates = desk.templates();
    rules.people = desk.people();
    rules.expressions = new Expressions();
    rules.mailboxes = mailboxes;
    return rules;
  }

  static List<EmailElement> elements(String xml) {
    return EmailElements.in(Diagram.read(xml).executable());
  }
}
