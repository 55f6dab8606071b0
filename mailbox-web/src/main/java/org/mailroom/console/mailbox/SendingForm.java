package org.mailroom.console.mailbox;

import java.io.Serializable;
import org.mailroom.mailbox.SendingPolicy;
import org.mailroom.mailbox.SendingPolicy.AfterLoss;

/** How mail leaves an Output mailbox; limits that are left empty are those of its provider. */
public class SendingForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private Integer messagesAMinute;
  private Integer connections;
  private AfterLoss afterLoss;
  private Integer giveUpAfterHours;
  private Integer answerSeconds;

  static SendingForm of(SendingPolicy policy) {
    SendingForm form = new SendingForm();
    form.messagesAMinute = policy.messagesAMinute();
    form.connections = policy.connections();
    form.afterLoss = policy.afterLoss();
    form.giveUpAfterHours = policy.giveUpAfterHours();
    form.answerSeconds = policy.answerSeconds();
    return form;
  }

  static SendingForm usual() {
    return of(SendingPolicy.USUAL);
  }

  SendingPolicy toPolicy() {
    return new SendingPolicy(
        messagesAMinute, connections, afterLoss, giveUpAfterHours, answerSeconds);
  }

  /** Whether anything is set that others have as usual. */
  public boolean isSpecial() {
    return !toPolicy().equals(SendingPolicy.USUAL);
  }

  public Integer getMessagesAMinute() {
    return messagesAMinute;
  }

  public void setMessagesAMinute(Integer messagesAMinute) {
    this.messagesAMinute = messagesAMinute;
  }

  public Integer getConnections() {
    return connections;
  }

  public void setConnections(Integer connections) {
    this.connections = connections;
  }

  public AfterLoss getAfterLoss() {
    return afterLoss;
  }

  public void setAfterLoss(AfterLoss afterLoss) {
    this.afterLoss = afterLoss;
  }

  public Integer getGiveUpAfterHours() {
    return giveUpAfterHours;
  }

  public void setGiveUpAfterHours(Integer giveUpAfterHours) {
    this.giveUpAfterHours = giveUpAfterHours;
  }

  public Integer getAnswerSeconds() {
    return answerSeconds;
  }

  public void setAnswerSeconds(Integer answerSeconds) {
    this.answerSeconds = answerSeconds;
  }
}
