package org.mailroom.mailbox.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailroom.access.Reach;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.model.MailboxHealth;

/** Turns what a list wants into JPQL. Says the same of a status as {@link MailboxHealth} does. */
final class ListQuery {
  private static final char ESCAPE = '!';
  private static final String TEXT =
      "(lower(m.name) like :text escape '!' or lower(m.server) like :text escape '!'"
          + " or lower(m.user) like :text escape '!' or lower(m.address) like :text escape '!')";
  // the mapping prints a boolean as 1 or 0 into the pages of H2, which compares it with numbers
  // only
  private static final String ACTIVE = "cast(m.active as integer) = 1";
  private static final String PAUSED = "cast(m.active as integer) = 0";
  private static final String REFUSED = "h.loginRefusals >= :refusals";
  private static final String LASTING = "(h.trouble = :tls or h.trouble = :settings)";

  private static final String RANK =
      ("case when %s then 1 when cast(m.active as integer) = 0 then 4 when %s then 1"
              + " when h.trouble is not null then 2 when h.lastSuccess is null then 3 else 5 end")
          .formatted(REFUSED, LASTING);

  private final MailboxQuery wanted;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  ListQuery(MailboxQuery wanted) {
    this.wanted = wanted;
    conditions.add("(:every = 1 or m.id in :reach)");
    parameters.put("every", Reach.ofThisCall().isEverything() ? 1 : 0);
    parameters.put("reach", Reach.ofThisCall().mailboxes());
    text();
    status();
    activity();
    equal("h.lastErrorClass", "trouble", wanted.trouble());
    verification();
  }

  private void text() {
    if (wanted.text() != null && !wanted.text().isBlank()) {
      conditions.add(TEXT);
      String part = wanted.text().strip().toLowerCase(Locale.ROOT);
      parameters.put("text", "%" + part.replaceAll("[%_!]", ESCAPE + "$0") + "%");
    }
  }

  private void equal(String path, String name, Object value) {
    if (value != null) {
      conditions.add("%s = :%s".formatted(path, name));
      parameters.put(name, value);
    }
  }

  private void status() {
    if (wanted.status() != null) {
      conditions.add(conditionOf(wanted.status()));
    }
    // a query takes those that occur in it
    parameters.put("refusals", MailboxHealth.REFUSALS_TO_PAUSE);
    parameters.put("tls", Trouble.TLS);
    parameters.put("settings", Trouble.SETTINGS);
  }

  private static String conditionOf(MailboxStatus status) {
    String works = ACTIVE + " and not " + REFUSED;
    return switch (status) {
      case ERROR -> "(%s or %s and %s)".formatted(REFUSED, ACTIVE, LASTING);
      case PAUSED -> PAUSED + " and not " + REFUSED;
      case WARNING -> works + " and h.trouble is not null and not " + LASTING;
      case NEVER_RUN -> works + " and h.trouble is null and h.lastSuccess is null";
      case OK -> works + " and h.trouble is null and h.lastSuccess is not null";
    };
  }

  private void activity() {
    if (wanted.active() != null) {
      conditions.add(wanted.active() ? ACTIVE : PAUSED);
    }
  }

  private void verification() {
    if (wanted.unverified() != null) {
      String open = "(cast(m.verifyCertificate as integer) = 0 or m.security = :none)";
      conditions.add(wanted.unverified() ? open : "not " + open);
      parameters.put("none", Security.NONE);
    }
  }

  /** With whole mailboxes or with their ids, in order. */
  <T> TypedQuery<T> sorted(EntityManager entities, String select, String join, Class<T> result) {
    return query(entities, select + from(join) + order(), result);
  }

  TypedQuery<Long> count(EntityManager entities) {
    return query(entities, "select count(m)" + from("join"), Long.class);
  }

  private String from(String join) {
    return " from %s m %s m.health h where %s"
        .formatted(entity(wanted.type()), join, String.join(" and ", conditions));
  }

  private <T> TypedQuery<T> query(EntityManager entities, String text, Class<T> result) {
    TypedQuery<T> query = entities.createQuery(text, result);
    query
        .getParameters()
        .forEach(used -> query.setParameter(used.getName(), parameters.get(used.getName())));
    return query;
  }

  private String order() {
    String direction = wanted.order().descending() ? " desc" : "";
    return switch (wanted.order().by()) {
      case NAME -> " order by m.nameKey" + direction;
      case TYPE -> by("m.kind", direction);
      case ADDRESS -> by("lower(m.address)", direction);
      case SERVER -> by("lower(m.server)", direction + " nulls last");
      case SECURITY -> by("m.security", direction + " nulls last");
      case STATUS -> by(RANK, direction);
      case LAST_SUCCESS -> by("h.lastSuccess", direction + " nulls last");
      case LAST_ERROR -> by("h.lastErrorAt", direction + " nulls last");
    };
  }

  private static String by(String path, String direction) {
    return " order by " + path + direction + ", m.nameKey";
  }

  static String entity(MailboxType type) {
    if (type == null) {
      return "Mailbox";
    }
    return type == MailboxType.INPUT ? "InputMailbox" : "OutputMailbox";
  }
}
