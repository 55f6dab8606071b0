package org.mailroom.mailbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
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
        vault.seal(granted.access(), access(id)),
        granted.expires(),
        granted.refresh() == null ? null : vault.seal(granted.refresh(), refresh(id)),
        granted.refreshExpires());
  }

  Secret access(MailboxToken token) {
    return vault.open(token.sealedAccess().orElseThrow(), access(token.mailbox()));
  }

  Optional<Secret> refresh(MailboxToken token) {
    return token.sealedRefresh().map(shut -> vault.open(shut, refresh(token.mailbox())));
  }

  static String access(MailboxId id) {
    return "mailbox-access-token:" + id;
  }

  static String refresh(MailboxId id) {
    return "mailbox-refresh-token:" + id;
  }
}
