package org.mailroom.token;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.access.Allowed;
import org.mailroom.access.Caller;
import org.mailroom.access.Role;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.failure.Problem;
import org.mailroom.people.LogIns;
import org.mailroom.people.PersonNotFound;
import org.mailroom.people.Standing;
import org.mailroom.token.jpa.TokenStore;
import org.mailroom.token.model.ApiToken;
import org.mailroom.token.model.TokenRules;
import org.mailroom.token.model.TokenText;
import org.mailroom.vault.Secret;

/**
 * API tokens. A person makes them for themself; a program shows one with each call and acts in that
 * person's name, with some of the person's roles. At rest there is only a digest.
 *
 * <p>A token ends when it expires or is revoked, or when the person is deactivated or deleted.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({Role.CONTRACT_MANAGER, Role.OPERATOR, Role.AUDITOR})
public class Tokens {
  // a row of every call would be too much
  private static final Duration COARSE = Duration.ofHours(1);

  @Inject TokenStore store;
  @EJB LogIns logIns;
  @EJB Caller caller;
  @EJB Audit audit;
  @Inject Clock clock;

  /**
   * Makes a token of the present caller.
   *
   * @throws InvalidToken telling every broken rule
   */
  public NewToken make(TokenDraft draft) {
    String login = audit.caller();
    Standing person = logIns.standing(login).orElseThrow(() -> new PersonNotFound(login));
    long present = store.of(ApiToken.keyOf(login)).size();
    // no more than this very call may do, which may itself be let in by less than the person has
    Set<Role> own = new HashSet<>(person.roles());
    own.retainAll(caller.roles());
    List<Problem> problems = TokenRules.problems(draft, own, present);
    if (!problems.isEmpty()) {
      throw new InvalidToken(problems);
    }
    Secret text = TokenText.next();
    ApiToken token = new ApiToken(login, draft, text, clock.instant());
    store.add(token);
    note("token.made", null, token.view());
    return new NewToken(token.view(), text);
  }

  /** Those of the present caller, the latest first; also the expired ones. */
  public List<TokenView> mine() {
    return views(store.of(ApiToken.keyOf(audit.caller())));
  }

  /** Those of everybody, by owner. */
  @Allowed(Role.AUDITOR)
  public List<TokenView> all() {
    return views(store.all());
  }

  /**
   * Revokes a token of the present caller at once.
   *
   * @throws TokenNotFound if the caller has no such token
   */
  public void revokeMine(long id) {
    String owner = ApiToken.keyOf(audit.caller());
    revoke(id, store.find(id).filter(token -> token.owner().equals(owner)));
  }

  /**
   * Revokes anybody's token at once.
   *
   * @throws TokenNotFound if there is none
   */
  @Allowed
  public void revoke(long id) {
    revoke(id, store.find(id));
  }

  private void revoke(long id, Optional<ApiToken> found) {
    ApiToken token = found.orElseThrow(() -> new TokenNotFound(id));
    store.remove(token);
    note("token.revoked", token.view(), null);
  }

  /** Whom a token acts for; empty if it is worth nothing. */
  public Optional<Bearer> enter(Secret text) {
    Instant now = clock.instant();
    String digest = TokenText.digest(text);
    Optional<Bearer> bearer =
        store
            .withDigest(digest)
            .filter(token -> !token.isExpired(now))
            .flatMap(token -> logIns.standing(token.owner()).map(token::bearer));
    bearer.ifPresent(used -> store.used(digest, now, now.minus(COARSE)));
    return bearer;
  }

  private static List<TokenView> views(List<ApiToken> tokens) {
    return tokens.stream().map(ApiToken::view).toList();
  }

  private void note(String action, TokenView before, TokenView after) {
    long id = before == null ? after.id() : before.id();
    audit.changed(action, "token " + id, Change.between(before, after));
  }
}
