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

  @Column(name = "mail_session")
  private String mailSession;

  protected OutputMailbox() {}

  @Override
  void changeOwn(MailboxSettings settings) {
    senderName = settings.sending().senderName();
    replyTo = settings.sending().replyTo();
    mailSession = settings.sending().mailSession();
  }

  @Override
  boolean isAnotherInbox(MailboxSettings settings) {
    return false;
  }

  @Override
  public MailboxSettings settings() {
    return settings(
        MailboxType.OUTPUT, null, new Sending(address(), senderName, replyTo, mailSession));
  }
}
