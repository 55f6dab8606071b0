package org.mailroom.audit.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailroom.audit.AuditQuery;

/** What a query asks, as conditions; what it does not ask costs nothing. */
final class Matching {
  private static final String IN_TEXT =
      "(lower(e.subject) like :text escape '!' or lower(e.detail) like :text escape '!'"
          + " or lower(e.changes) like :text escape '!')";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  static Matching of(AuditQuery query) {
    Matching matching = new Matching();
    matching.and("e.who = :who", "who", query.who());
    matching.and("e.subject = :subject", "subject", query.subject());
    matching.and("e.at >= :from", "from", query.from());
    matching.and("e.at < :until", "until", query.until());
    if (query.action() != null) {
      matching.and("(e.action = :action or e.action like :actions escape '!')");
      matching.values.put("action", query.action());
      matching.values.put("actions", escaped(query.action()) + ".%");
    }
    if (query.text() != null) {
      matching.and(IN_TEXT, "text", "%" + escaped(query.text().toLowerCase(Locale.ROOT)) + "%");
    }
    return matching;
  }

  void olderThan(Instant at, long id) {
    and("(e.at < :lastAt or (e.at = :lastAt and e.id < :lastId))", "lastAt", at);
    values.put("lastId", id);
  }

  private void and(String condition) {
    conditions.add(condition);
  }

  private void and(String condition, String name, Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private static String escaped(String text) {
    return text.replaceAll("[%_!]", "!$0");
  }

  <T> TypedQuery<T> query(EntityManager entities, String select, String order, Class<T> result) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    TypedQuery<T> query =
        entities.createQuery(select + " from AuditEntry e" + where + order, result);
    values.forEach(query::setParameter);
    return query;
  }
}
