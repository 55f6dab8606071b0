package org.mailroom.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import org.mailroom.people.LogIns;
import org.mailroom.vault.Secret;

/** Checks log-in and password against the people we know. */
@ApplicationScoped
public class LogInStore implements IdentityStore {
  @Inject LogIns logIns;

  /** Found by its signature (Jakarta Security 3.0, 3.2.1). */
  public CredentialValidationResult validate(UsernamePasswordCredential presented) {
    Secret password = Secret.of(presented.getPasswordAsString());
    return logIns
        .rolesOf(presented.getCaller(), password)
        .map(roles -> new CredentialValidationResult(presented.getCaller(), roles))
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }
}
