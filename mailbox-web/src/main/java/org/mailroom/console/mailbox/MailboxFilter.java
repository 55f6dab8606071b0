package org.mailroom.console.mailbox;

import java.io.Serializable;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxOrder;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;

/** What the list is narrowed to, as it stands on screen and in the address. */
public class MailboxFilter implements Serializable {
  private static final long serialVersionUID = 1L;

  private String text;
  private MailboxType type;
  private MailboxStatus status;
  private Boolean active;
  private Trouble trouble;
  private Boolean used;
  private Boolean unverified;
  private String contract;
  private Boolean attention;

  /**
   * @param among null for any
   */
  MailboxQuery query(Set<MailboxId> among, MailboxOrder order) {
    return new MailboxQuery(text, type, status, active, trouble, used, unverified, among, order);
  }

  /** Whether one of those is set that the page shows only on demand. */
  public boolean isMore() {
    return Stream.of(active, trouble, used, unverified, attention).anyMatch(Objects::nonNull);
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text == null || text.isBlank() ? null : text.strip();
  }

  public MailboxType getType() {
    return type;
  }

  public void setType(MailboxType type) {
    this.type = type;
  }

  public MailboxStatus getStatus() {
    return status;
  }

  public void setStatus(MailboxStatus status) {
    this.status = status;
  }

  public Boolean getActive() {
    return active;
  }

  public void setActive(Boolean active) {
    this.active = active;
  }

  public Trouble getTrouble() {
    return trouble;
  }

  public void setTrouble(Trouble trouble) {
    this.trouble = trouble;
  }

  public Boolean getUsed() {
    return used;
  }

  public void setUsed(Boolean used) {
    this.used = used;
  }

  public Boolean getUnverified() {
    return unverified;
  }

  public void setUnverified(Boolean unverified) {
    this.unverified = unverified;
  }

  public String getContract() {
    return contract;
  }

  public void setContract(String contract) {
    this.contract = contract == null || contract.isBlank() ? null : contract.strip();
  }

  public Boolean getAttention() {
    return attention;
  }

  public void setAttention(Boolean attention) {
    this.attention = attention;
  }
}
