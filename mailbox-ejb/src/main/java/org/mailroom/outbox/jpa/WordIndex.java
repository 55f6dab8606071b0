package org.mailroom.outbox.jpa;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailroom.outbox.OutboxMessageId;

/** Finds messages by the beginnings of words, in the way that each database does best. */
final class WordIndex {
  private static final String ADD_ALL =
      "INSERT INTO outbox_words (message, words) VALUES (?, array_to_tsvector(?::text[]))";
  private static final String ADD_EACH = "INSERT INTO outbox_words (message, words) VALUES (?, ?)";

  private static final String HAS_ALL =
      "m.id IN (SELECT w.message FROM outbox_words w WHERE w.words @@ ?::tsquery)";
  private static final String HAS_ONE =
      "m.id IN (SELECT w.message FROM outbox_words w WHERE w.words >= ? AND w.words < ?)";

  private final Sql sql;
  private final boolean postgres;

  WordIndex(EntityManager entities) {
    sql = new Sql(entities);
    postgres = sql.isPostgres();
  }

  void add(OutboxMessageId message, Collection<String> words) {
    add(Map.of(message.value(), words));
  }

  /** Adds several messages, by their ids; none may be there. */
  void add(Map<Long, Collection<String>> messages) {
    List<Object[]> rows = new ArrayList<>();
    messages.forEach((id, words) -> rows(id, words).forEach(rows::add));
    sql.batch(postgres ? ADD_ALL : ADD_EACH, rows);
  }

  private Stream<Object[]> rows(Long id, Collection<String> words) {
    return postgres
        ? Stream.<Object[]>of(new Object[] {id, List.copyOf(words)})
        : words.stream().map(word -> new Object[] {id, word});
  }

  /** Those that have a word that begins with each of these; none if there are none. */
  void narrow(List<String> beginnings, Where where) {
    if (beginnings.isEmpty()) {
      where.and("1 = 0");
    } else if (postgres) {
      where.and(HAS_ALL, beginnings.stream().map(WordIndex::quoted).collect(joining(" & ")));
    } else {
      beginnings.forEach(beginning -> where.and(HAS_ONE, beginning, after(beginning)));
    }
  }

  private static String quoted(String beginning) {
    return "'" + beginning.replace("\\", "\\\\").replace("'", "''") + "':*";
  }

  // the first that is behind all that begin so
  private static String after(String beginning) {
    int last = beginning.codePointBefore(beginning.length());
    return beginning.substring(0, beginning.length() - Character.charCount(last))
        + Character.toString(last + 1);
  }
}
