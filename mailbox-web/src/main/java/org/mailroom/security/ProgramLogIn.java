package org.mailroom.security;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.mailroom.lockout.LockOuts;
import org.mailroom.people.LogIns;
import org.mailroom.people.Standing;
import org.mailroom.token.Bearer;
import org.mailroom.token.Tokens;
import org.mailroom.vault.Secret;

/**
 * Lets programs in call by call, by a token (RFC 6750) or HTTP Basic (RFC 7617); keeps nothing
 * between calls.
 */
@ApplicationScoped
class ProgramLogIn {
  private static final ProgramRefusal MISSING =
      ProgramRefusal.unknown(
          "Log-in or password is missing or wrong. Send them with HTTP Basic, or a token as Bearer.");
  private static final ProgramRefusal WORTHLESS =
      ProgramRefusal.unknown(
          "The token is unknown, expired or revoked, or its owner may not come in any more.");
  private static final ProgramRefusal TO_BE_CHANGED =
      ProgramRefusal.unknown(
          "This password must be changed first. Log in to the console and choose another.");
  private static final Set<String> ASKING = Set.of("GET", "HEAD", "OPTIONS");

  @EJB LogIns logIns;
  @EJB Tokens tokens;
  @EJB LockOuts lockOuts;
  @Inject Origins origins;
  @Inject Clock clock;

  AuthenticationStatus enter(HttpMessageContext context) throws AuthenticationException {
    String header = context.getRequest().getHeader("Authorization");
    Optional<String> token = BearerHeader.token(header);
    if (token.isPresent()) {
      return byToken(Secret.of(token.get()), context);
    }
    Optional<UsernamePasswordCredential> basic = BasicHeader.credential(header);
    if (basic.isPresent()) {
      return byPassword(basic.get(), context);
    }
    return context.isProtected() ? MISSING.send(context) : context.doNothing();
  }

  private AuthenticationStatus byToken(Secret token, HttpMessageContext context)
      throws AuthenticationException {
    var origin = origins.of(context.getRequest());
    Optional<Instant> locked = lockOuts.lockedUntil(origin);
    if (locked.isPresent()) {
      return locked(locked.get()).send(context);
    }
    Optional<Bearer> bearer = tokens.enter(token);
    if (bearer.isEmpty()) {
      lockOuts.failed(origin);
      return WORTHLESS.send(context);
    }
    return in(bearer.get(), context);
  }

  private static AuthenticationStatus in(Bearer bearer, HttpMessageContext context)
      throws AuthenticationException {
    if (bearer.readOnly() && !ASKING.contains(context.getRequest().getMethod())) {
      return ProgramRefusal.readOnly().send(context);
    }
    ShownToken.note(context.getRequest());
    return context.notifyContainerAboutLogin(bearer.login(), PersonLogIn.words(bearer.roles()));
  }

  private AuthenticationStatus byPassword(
      UsernamePasswordCredential shown, HttpMessageContext context) throws AuthenticationException {
    var origin = origins.of(context.getRequest(), shown.getCaller());
    var entry = logIns.enter(shown.getCaller(), Secret.of(shown.getPasswordAsString()), origin);
    Optional<Standing> person =
        entry.fold(in -> Optional.of(in.who()), Optional::empty, locked -> Optional.empty());
    if (person.filter(who -> !who.mustChangePassword()).isPresent()) {
      return context.notifyContainerAboutLogin(
          person.get().login(), PersonLogIn.words(person.get().roles()));
    }
    return entry
        .fold(in -> TO_BE_CHANGED, () -> MISSING, wait -> locked(wait.until()))
        .send(context);
  }

  private ProgramRefusal locked(Instant until) {
    return ProgramRefusal.locked(Duration.between(clock.instant(), until));
  }
}
