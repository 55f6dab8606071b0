package org.mailroom.mailbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.SendingPolicy;
import org.mailroom.mailbox.SendingPolicy.AfterLoss;

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

  @Column(name = "messages_a_minute")
  private Integer messagesAMinute;

  private Integer connections;

  @Enumerated(EnumType.STRING)
  @Column(name = "after_loss")
  private AfterLoss afterLoss;

  @Column(name = "give_up_hours")
  private Integer giveUpHours;

  @Column(name = "answer_seconds")
  private Integer answerSeconds;

  protected OutputMailbox() {}

  @Override
  void changeOwn(MailboxSettings settings) {
    senderName = settings.sending().senderName();
    replyTo = settings.sending().replyTo();
    mailSession = settings.sending().mailSession();
    follow(settings.sending().policy());
  }

  private void follow(SendingPolicy policy) {
    messagesAMinute = policy.messagesAMinute();
    connections = policy.connections();
    afterLoss = policy.afterLoss();
    giveUpHours = policy.giveUpAfterHours();
    answerSeconds = policy.answerSeconds();
  }

  private SendingPolicy policy() {
    return new SendingPolicy(messagesAMinute, connections, afterLoss, giveUpHours, answerSeconds);
  }

  @Override
  boolean isAnotherInbox(MailboxSettings settings) {
    return false;
  }

  @Override
  public MailboxSettings settings() {
    return settings(
        MailboxType.OUTPUT,
        null,
        new Sending(address(), senderName, replyTo, mailSession, policy()));
  }
}
