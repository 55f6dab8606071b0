package org.mailroom.flow.email;

import org.mailroom.flow.flowable.Expressions;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.People;

/**
 * Whether a recipient can be reached. Groups and people come and go, so a missing one only warns.
 */
final class RecipientRules {
  private final People people;
  private final Expressions expressions;

  RecipientRules(People people, Expressions expressions) {
    this.people = people;
    this.expressions = expressions;
  }

  void check(Recipient recipient, Notes notes) {
    String value = recipient.value();
    switch (recipient.kind()) {
      case ADDRESS -> checkAddress(value, notes);
      case EXPRESSION -> expressions.mistakeIn(value).ifPresent(notes::expression);
      case GROUP -> checkGroup(value, notes);
      case USER -> checkUser(value, notes);
      case UNKNOWN ->
          notes.problem(
              "EMAIL_RECIPIENT_TYPE",
              "has a recipient that is no expression, group, user or address");
    }
  }

  private static void checkAddress(String value, Notes notes) {
    if (EmailAddress.parse(value).isEmpty()) {
      notes.problem("EMAIL_ADDRESS", "writes to \"%s\", which is no address".formatted(value));
    }
  }

  private void checkGroup(String value, Notes notes) {
    if (people.group(value).isEmpty()) {
      notes.warning(
          "EMAIL_GROUP_UNKNOWN", "writes to group %s, which does not exist".formatted(value));
    }
  }

  private void checkUser(String value, Notes notes) {
    if (people.user(value).isEmpty()) {
      notes.warning(
          "EMAIL_USER_UNKNOWN",
          "writes to user %s, who does not exist or has no address".formatted(value));
    }
  }
}
