package org.mailroom.mailbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.mailroom.mailbox.MailboxType;

/** A mailbox that mail is sent through; its address is the sender. */
@Entity
@DiscriminatorValue("OUTPUT")
public class OutputMailbox extends Mailbox {
  @Column(name = "sender_name")
  private String senderName;

  @Column(name = "reply_to")
  private String replyTo;

  protected OutputMailbox() {}

  @Override
  void changeOwn(MailboxSettings settings) {
    senderName = settings.sending().senderName();
    replyTo = settings.sending().replyTo();
  }

  @Override
  boolean isAnotherInbox(MailboxSettings settings) {
    return false;
  }

  @Override
  public MailboxSettings settings() {
    Sending sending = new Sending(address(), senderName, replyTo);
    return new MailboxSettings(name(), MailboxType.OUTPUT, isActive(), connection(), null, sending);
  }
}
