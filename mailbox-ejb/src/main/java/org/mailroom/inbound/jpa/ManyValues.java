package org.mailroom.inbound.jpa;

import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Collections;

/** Several values of a native query, which takes no list as one parameter. */
final class ManyValues {
  private ManyValues() {}

  /** What stands for them in the query. */
  static String marks(Collection<?> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  /**
   * @param first the position of the first one
   */
  static Query set(Query query, int first, Collection<?> values) {
    int position = first;
    for (Object value : values) {
      query.setParameter(position++, value);
    }
    return query;
  }
}
