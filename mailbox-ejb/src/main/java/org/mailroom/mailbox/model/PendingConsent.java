package org.mailroom.mailbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mailroom.mailbox.MailboxId;

/** A consent that a person has begun: theirs alone, used once, and soon over. */
@Entity
@Table(name = "mailbox_consent")
public class PendingConsent {
  @Id private String state;

  @Column(name = "mailbox_id")
  private long mailboxId;

  private String client;
  private String login;
  private String session;
  private String nonce;
  private Instant expires;

  protected PendingConsent() {}

  public PendingConsent(MailboxId mailbox, String client, Starter starter, Instant expires) {
    this.state = starter.state();
    this.mailboxId = mailbox.value();
    this.client = client;
    this.login = starter.login();
    this.session = starter.session();
    this.nonce = starter.nonce();
    this.expires = expires;
  }

  /**
   * Who begins it.
   *
   * @param session a signature of their browser's session; null for a program, whose person's
   *     log-in must do
   */
  public record Starter(String state, String nonce, String login, String session) {}

  /** Whether it may be completed by this person, from this session, now. */
  public boolean belongsTo(String someLogin, String someSession, Instant now) {
    return now.isBefore(expires)
        && login.equals(someLogin)
        && (session == null || session.equals(someSession));
  }

  public String state() {
    return state;
  }

  public MailboxId mailbox() {
    return new MailboxId(mailboxId);
  }

  public String client() {
    return client;
  }

  public String nonce() {
    return nonce;
  }
}
