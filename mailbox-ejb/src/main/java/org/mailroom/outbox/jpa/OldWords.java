package org.mailroom.outbox.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.outbox.model.SearchWords;

/** Brings messages into the index of words that are older than the index, the newest first. */
@ApplicationScoped
public class OldWords {
  // of those that another node is at, this one sees nothing
  private static final String PLACE =
      "SELECT below FROM outbox_indexing WHERE id = 1 AND below > 0 FOR UPDATE SKIP LOCKED";

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  /** A text of a message. */
  private record Text(long message, String text) {}

  /**
   * Brings the next few in.
   *
   * @return whether there may be more for this node to do
   */
  public boolean index(int most) {
    Sql sql = new Sql(entities);
    Optional<Long> place = sql.query(PLACE, row -> row.getLong(1)).stream().findFirst();
    place.ifPresent(below -> index(below, most, sql));
    return place.isPresent();
  }

  private void index(long below, int most, Sql sql) {
    List<Text> subjects =
        texts(
            sql,
            "SELECT id, subject FROM outbox_message WHERE id < ? ORDER BY id DESC LIMIT ?",
            below,
            most);
    sql.update(
        "UPDATE outbox_indexing SET below = ? WHERE id = 1",
        subjects.isEmpty() ? 0 : subjects.get(subjects.size() - 1).message());
    if (!subjects.isEmpty()) {
      new WordIndex(entities).add(words(subjects, sql));
    }
  }

  private static Map<Long, Collection<String>> words(List<Text> subjects, Sql sql) {
    List<Long> ids = subjects.stream().map(Text::message).toList();
    List<Text> addresses =
        texts(sql, "SELECT message, address FROM outbox_recipient WHERE message = ANY(?)", ids);
    Map<Long, Collection<String>> words = new LinkedHashMap<>();
    Stream.concat(subjects.stream(), addresses.stream())
        .collect(groupingBy(Text::message, mapping(Text::text, toList())))
        .forEach((id, texts) -> words.put(id, SearchWords.of(texts.stream())));
    return words;
  }

  private static List<Text> texts(Sql sql, String statement, Object... parameters) {
    return sql.query(statement, row -> new Text(row.getLong(1), row.getString(2)), parameters);
  }
}
