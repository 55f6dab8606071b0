package org.mailroom.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.mailroom.people.model.Person;

/**
 * Remembers for half a minute how people stand, so that each page of a session does not ask the
 * database; so a change made on another node is felt within that time.
 */
@ApplicationScoped
class Standings {
  private final Cache<String, Optional<Standing>> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(30)).build();

  Optional<Standing> of(String login, Function<String, Optional<Standing>> find) {
    return recent.get(Person.keyOf(login), find);
  }

  void forget(String login) {
    recent.invalidate(Person.keyOf(login));
  }
}
