package org.mailroom.inbound;

import org.mailroom.inbound.imap.ImapSource;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.MailSources;
import org.mailroom.inbound.pop3.Pop3Source;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.Protocol;

/** The mail servers that accounts name. */
final class ServerSources implements MailSources {
  @Override
  public MailSource open(Account account) {
    return account.protocol() == Protocol.POP3
        ? Pop3Source.open(account)
        : ImapSource.open(account);
  }
}
