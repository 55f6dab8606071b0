package org.mailroom.transfer.model;

import static org.mailroom.transfer.model.Field.choice;
import static org.mailroom.transfer.model.Field.optional;
import static org.mailroom.transfer.model.Field.required;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.transfer.model.Field.Type;

/**
 * What can move between systems, in the order it is written and applied: nothing names what
 * follows.
 */
public enum Kind {
  MAILBOX(
      "mailboxes",
      key -> key.toLowerCase(Locale.ROOT),
      required("name"),
      choice("type", MailboxType.class),
      optional("active", Type.FLAG),
      optional("provider", Type.TEXT),
      optional("mailSession", Type.TEXT),
      optional("server", Type.TEXT),
      optional("port", Type.NUMBER),
      choice("security", Security.class),
      optional("verifyCertificate", Type.FLAG),
      choice("authentication", Authentication.class),
      optional("user", Type.TEXT),
      optional("sealedPassword", Type.TEXT),
      choice("oauth.grant", OAuthGrant.class),
      optional("oauth.issuer", Type.TEXT),
      optional("oauth.clientId", Type.TEXT),
      optional("oauth.scope", Type.TEXT),
      optional("oauth.clientSecretExpires", Type.DATE),
      optional("oauth.sealedClientSecret", Type.TEXT),
      choice("protocol", Protocol.class),
      optional("folder", Type.TEXT),
      optional("readExisting", Type.FLAG),
      optional("sender", Type.TEXT),
      optional("senderName", Type.TEXT),
      optional("replyTo", Type.TEXT)),
  /** The one item that is no list: which mailbox is the default outbox. */
  DEFAULT_OUTBOX("defaultOutbox", key -> key, required("mailbox")),
  GROUP(
      "groups",
      key -> key.toUpperCase(Locale.ROOT),
      required("acronym"),
      optional("name", Type.TEXT),
      optional("addresses", Type.TEXTS)),
  TEMPLATE(
      "templates",
      key -> key,
      required("identifier"),
      optional("title", Type.TEXT),
      optional("active", Type.FLAG),
      optional("html", Type.TEXT)),
  FLOW("flows", key -> key, required("key"), required("bpmn")),
  CONTRACT(
      "contracts",
      key -> key,
      required("number"),
      optional("client", Type.TEXT),
      optional("domains", Type.TEXTS),
      optional("startDate", Type.DATE),
      optional("endDate", Type.DATE),
      choice("status", ContractStatus.class),
      optional("outputMailbox", Type.TEXT),
      optional("inputMailbox", Type.TEXT),
      optional("flow", Type.TEXT),
      choice("whenOutboxUnavailable", WhenOutboxUnavailable.class),
      choice("senderPolicy", SenderPolicy.class),
      optional("mailboxForAllNotices", Type.FLAG));

  private final String section;
  private final UnaryOperator<String> identity;
  private final List<Field> fields;

  Kind(String section, UnaryOperator<String> identity, Field... fields) {
    this.section = section;
    this.identity = identity;
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
    return identity.apply(name.strip());
  }

  public static Optional<Kind> of(String section) {
    return Stream.of(values()).filter(kind -> kind.section.equals(section)).findFirst();
  }
}
