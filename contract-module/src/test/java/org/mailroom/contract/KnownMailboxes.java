package org.mailroom.contract;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxNotFound;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;

/** The mailboxes of a test. */
public final class KnownMailboxes extends Mailboxes {
  private final List<MailboxView> known = new ArrayList<>();

  public MailboxView output(String name, String sender) {
    return add(MailboxType.OUTPUT, name, sender, "", true);
  }

  public MailboxView pausedOutput(String name, String sender) {
    return add(MailboxType.OUTPUT, name, sender, "", false);
  }

  public MailboxView outputWithReplyTo(String name, String sender, String replyTo) {
    return add(MailboxType.OUTPUT, name, sender, replyTo, true);
  }

  public MailboxView input(String name, String user) {
    return add(MailboxType.INPUT, name, user, "", true);
  }

  private MailboxView add(
      MailboxType type, String name, String address, String replyTo, boolean active) {
    boolean output = type == MailboxType.OUTPUT;
    MailboxView view =
        new MailboxView(
            new MailboxId(known.size() + 1L),
            name,
            type,
            "mail.example.org",
            output ? 587 : 993,
            Security.TLS,
            Authentication.PASSWORD,
            address,
            true,
            output ? null : Protocol.IMAP,
            output ? "" : "INBOX",
            output ? address : "",
            output ? name : "",
            replyTo,
            address,
            true,
            active,
            false,
            false,
            true,
            active ? MailboxStatus.OK : MailboxStatus.PAUSED,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            1);
    known.add(view);
    return view;
  }

  @Override
  public MailboxView get(MailboxId id) {
    return find(id).orElseThrow(() -> new MailboxNotFound(id));
  }

  @Override
  public Optional<MailboxView> find(MailboxId id) {
    return known.stream().filter(mailbox -> mailbox.id().equals(id)).findFirst();
  }

  @Override
  public Map<MailboxId, MailboxView> all(Collection<MailboxId> ids) {
    return known.stream()
        .filter(mailbox -> ids.contains(mailbox.id()))
        .collect(toMap(MailboxView::id, identity()));
  }

  @Override
  public List<MailboxView> ofType(MailboxType type) {
    return known.stream().filter(mailbox -> mailbox.type() == type).toList();
  }

  @Override
  public List<EmailAddress> ownAddresses() {
    return known.stream()
        .flatMap(mailbox -> EmailAddress.parse(mailbox.address()).stream())
        .toList();
  }
}
