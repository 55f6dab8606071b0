package org.mailroom.mailbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.model.MailboxToken;

/** The sealed refresh tokens of the mailboxes that sign in by OAuth2. */
@ApplicationScoped
public class SealedRefreshTokens extends TokenColumn {
  public SealedRefreshTokens() {
    super("sealedRefresh");
  }

  /** What the refresh token of a mailbox is sealed for. */
  public static String context(MailboxId mailbox) {
    return "mailbox-refresh-token:" + mailbox;
  }

  @Override
  public String kind() {
    return "refresh tokens";
  }

  @Override
  Optional<byte[]> of(MailboxToken token) {
    return token.sealedRefresh();
  }

  @Override
  String contextOf(MailboxToken token) {
    return context(token.mailbox());
  }

  @Override
  void put(MailboxToken token, byte[] sealed) {
    token.resealRefresh(sealed);
  }
}
