package org.mailroom.transfer.model;

import static org.mailroom.transfer.model.Field.choice;
import static org.mailroom.transfer.model.Field.date;
import static org.mailroom.transfer.model.Field.flag;
import static org.mailroom.transfer.model.Field.items;
import static org.mailroom.transfer.model.Field.number;
import static org.mailroom.transfer.model.Field.required;
import static org.mailroom.transfer.model.Field.text;
import static org.mailroom.transfer.model.Field.texts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenFileRefused;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.SendingPolicy.AfterLoss;
import org.mailroom.mailbox.ServerAction;
import org.mailroom.request.Priority;
import org.mailroom.rule.RuleAction;
import org.mailroom.rule.RuleField;
import org.mailroom.rule.RuleTest;

/**
 * What can move between systems, in the order it is written and applied: nothing names what
 * follows.
 */
public enum Kind {
  MAILBOX(
      "mailboxes",
      required("name"),
      choice("type", MailboxType.class),
      flag("active"),
      text("provider"),
      text("mailSession"),
      text("server"),
      number("port"),
      choice("security", Security.class),
      flag("verifyCertificate"),
      choice("authentication", Authentication.class),
      text("user"),
      text("sealedPassword"),
      choice("oauth.grant", OAuthGrant.class),
      text("oauth.issuer"),
      text("oauth.clientId"),
      text("oauth.scope"),
      date("oauth.clientSecretExpires"),
      text("oauth.sealedClientSecret"),
      choice("protocol", Protocol.class),
      text("folder"),
      flag("readExisting"),
      choice("afterReading.afterSuccess", ServerAction.class),
      text("afterReading.successFolder"),
      choice("afterReading.afterFailure", ServerAction.class),
      text("afterReading.failureFolder"),
      text("sender"),
      text("senderName"),
      text("replyTo"),
      text("dkim.selector"),
      text("dkim.sealedKey"),
      number("policy.messagesAMinute"),
      number("policy.connections"),
      choice("policy.afterLoss", AfterLoss.class),
      number("policy.giveUpAfterHours"),
      number("policy.answerSeconds")),
  /** The one item that is no list: which mailbox is the default outbox. */
  DEFAULT_OUTBOX("defaultOutbox", required("mailbox")),
  GROUP("groups", required("acronym"), text("name"), texts("addresses")),
  TEMPLATE("templates", required("identifier"), text("title"), flag("active"), text("html")),
  FLOW("flows", required("key"), required("bpmn")),
  CONTRACT(
      "contracts",
      required("number"),
      text("client"),
      texts("domains"),
      date("startDate"),
      date("endDate"),
      choice("status", ContractStatus.class),
      text("outputMailbox"),
      text("inputMailbox"),
      text("flow"),
      choice("whenOutboxUnavailable", WhenOutboxUnavailable.class),
      choice("senderPolicy", SenderPolicy.class),
      flag("mailboxForAllNotices"),
      number("maxFileKb"),
      number("maxFilesKb"),
      text("allowedFiles"),
      text("refusedFiles"),
      choice("whenFileRefused", WhenFileRefused.class),
      texts("releasedSenders")),
  /** All rules of one Input mailbox. */
  MAIL_RULES(
      "mailRules",
      required("mailbox"),
      items(
          "rules",
          required("name"),
          flag("enabled"),
          items(
              "conditions",
              choice("field", RuleField.class),
              text("header"),
              choice("test", RuleTest.class),
              text("wanted")),
          choice("action", RuleAction.class),
          text("service"),
          choice("priority", Priority.class),
          text("group")));

  private final String section;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<Field> fields;

  Kind(String section, Field... fields) {
    this.section = section;
    this.fields = List.of(fields);
  }

  /** The key at the top of the document that such items stand under. */
  public String section() {
    return section;
  }

  /** All that can be said of such an item, its name first, in the order it is written. */
  public List<Field> fields() {
    return fields;
  }

  /** The field that names the item. */
  public String nameField() {
    return fields.get(0).name();
  }

  /** What two spellings of one name have in common. */
  public String identity(String name) {
    return switch (this) {
      case MAILBOX, MAIL_RULES -> name.strip().toLowerCase(Locale.ROOT);
      case GROUP -> name.strip().toUpperCase(Locale.ROOT);
      default -> name.strip();
    };
  }

  public static Optional<Kind> of(String section) {
    return Stream.of(values()).filter(kind -> kind.section.equals(section)).findFirst();
  }
}
