package org.mailroom.mailbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.model.MailboxToken;

/** The sealed access tokens of the mailboxes that sign in by OAuth2. */
@ApplicationScoped
public class SealedAccessTokens extends TokenColumn {
  public SealedAccessTokens() {
    super("sealedAccess");
  }

  /** What the access token of a mailbox is sealed for. */
  public static String context(MailboxId mailbox) {
    return "mailbox-access-token:" + mailbox;
  }

  @Override
  public String kind() {
    return "access tokens";
  }

  @Override
  Optional<byte[]> of(MailboxToken token) {
    return token.sealedAccess();
  }

  @Override
  String contextOf(MailboxToken token) {
    return context(token.mailbox());
  }

  @Override
  void put(MailboxToken token, byte[] sealed) {
    token.resealAccess(sealed);
  }
}
