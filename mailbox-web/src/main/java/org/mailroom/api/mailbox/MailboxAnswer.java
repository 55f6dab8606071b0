package org.mailroom.api.mailbox;

import java.time.Instant;
import java.util.List;
import org.mailroom.contract.ContractView;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.OAuthView;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.SendingLimits;
import org.mailroom.mailbox.SendingPolicy;
import org.mailroom.watch.MailboxHealthView;

/** A mailbox in JSON, with the contracts that name it. */
public record MailboxAnswer(
    long id,
    String name,
    MailboxType type,
    String server,
    Integer port,
    Security security,
    Authentication authentication,
    String user,
    boolean hasPassword,
    Protocol protocol,
    String folder,
    String sender,
    String senderName,
    String replyTo,
    String address,
    boolean verifyCertificate,
    boolean active,
    boolean readExisting,
    boolean defaultOutbox,
    boolean checked,
    MailboxStatus status,
    Instant lastSuccess,
    Instant lastErrorAt,
    String lastError,
    String provider,
    String mailSession,
    OAuthView oauth,
    SendingPolicy policy,
    AfterReading afterReading,
    SendingLimits limits,
    Instant limitedUntil,
    List<ContractLink> contracts,
    MailboxHealthAnswer health,
    long version) {

  /** A contract that names the mailbox. */
  public record ContractLink(long id, String number) {
    static ContractLink to(ContractView contract) {
      return new ContractLink(contract.id().value(), contract.number());
    }
  }

  static MailboxAnswer of(
      MailboxView mailbox, List<ContractView> contracts, MailboxHealthView health) {
    return new MailboxAnswer(
        mailbox.id().value(),
        mailbox.name(),
        mailbox.type(),
        mailbox.server(),
        mailbox.port() == 0 ? null : Integer.valueOf(mailbox.port()),
        mailbox.security(),
        mailbox.authentication(),
        mailbox.user(),
        mailbox.hasPassword(),
        mailbox.protocol(),
        mailbox.folder(),
        mailbox.sender(),
        mailbox.senderName(),
        mailbox.replyTo(),
        mailbox.address(),
        mailbox.verifyCertificate(),
        mailbox.active(),
        mailbox.readExisting(),
        mailbox.defaultOutbox(),
        mailbox.checked(),
        mailbox.status(),
        mailbox.lastSuccess(),
        mailbox.lastErrorAt(),
        mailbox.lastError(),
        mailbox.provider(),
        mailbox.mailSession(),
        mailbox.oauth(),
        mailbox.policy(),
        mailbox.afterReading(),
        mailbox.limits(),
        mailbox.limitedUntil(),
        contracts.stream().map(ContractLink::to).toList(),
        MailboxHealthAnswer.of(health),
        mailbox.version());
  }
}
