package org.mailroom.mailbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mailroom.mailbox.jpa.SealedAccessTokens;
import org.mailroom.mailbox.jpa.SealedRefreshTokens;
import org.mailroom.mailbox.model.Granted;
import org.mailroom.mailbox.model.MailboxToken;
import org.mailroom.mailbox.model.SealedTokens;
import org.mailroom.vault.SealBroken;
import org.mailroom.vault.Secret;
import org.mailroom.vault.Vault;

/**
 * Seals tokens, each for its mailbox and purpose only, and opens them again.
 *
 * <p>Opening throws {@link SealBroken} if the master key is another one now.
 */
@Dependent
class TokenSeals {
  @Inject Vault vault;

  SealedTokens seal(MailboxId id, Granted granted) {
    return new SealedTokens(
        vault.seal(granted.access(), SealedAccessTokens.context(id)),
        granted.expires(),
        granted.refresh() == null
            ? null
            : vault.seal(granted.refresh(), SealedRefreshTokens.context(id)),
        granted.refreshExpires());
  }

  Secret access(MailboxToken token) {
    return vault.open(
        token.sealedAccess().orElseThrow(), SealedAccessTokens.context(token.mailbox()));
  }

  Optional<Secret> refresh(MailboxToken token) {
    return token
        .sealedRefresh()
        .map(shut -> vault.open(shut, SealedRefreshTokens.context(token.mailbox())));
  }
}
