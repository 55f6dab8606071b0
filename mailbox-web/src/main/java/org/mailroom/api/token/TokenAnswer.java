package org.mailroom.api.token;

import java.time.Instant;
import java.util.List;
import org.mailroom.access.Role;
import org.mailroom.token.NewToken;
import org.mailroom.token.TokenView;

/**
 * A token in JSON.
 *
 * @param roles empty for all that the owner has
 * @param lastUsed null if it never was
 * @param token what to show as Bearer, answered once to who made it; else null
 */
public record TokenAnswer(
    long id,
    String owner,
    String name,
    String beginning,
    List<String> roles,
    boolean readOnly,
    Instant madeAt,
    Instant expiresAt,
    Instant lastUsed,
    String token) {

  static TokenAnswer of(TokenView view) {
    return of(view, null);
  }

  static TokenAnswer of(NewToken made) {
    return of(made.view(), made.secret().reveal());
  }

  private static TokenAnswer of(TokenView view, String token) {
    return new TokenAnswer(
        view.id(),
        view.owner(),
        view.scope().name(),
        view.beginning(),
        view.scope().roles().stream().map(Role::word).sorted().toList(),
        view.scope().readOnly(),
        view.madeAt(),
        view.expiresAt(),
        view.lastUsed().orElse(null),
        token);
  }
}
