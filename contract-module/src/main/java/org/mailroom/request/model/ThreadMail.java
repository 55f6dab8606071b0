package org.mailroom.request.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mailroom.request.RequestNumber;

/** One mail of a request's conversation, by its Message-ID. */
@Entity
@Table(name = "thread_mail")
public class ThreadMail {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "thread_mail_seq")
  @SequenceGenerator(
      name = "thread_mail_seq",
      sequenceName = "thread_mail_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "request_number")
  private long request;

  @Column(name = "message_id")
  private String messageId;

  @Column(name = "joined_at")
  private Instant joinedAt;

  protected ThreadMail() {}

  public ThreadMail(RequestNumber request, String messageId, Instant now) {
    this.request = request.value();
    this.messageId = messageId;
    this.joinedAt = now;
  }
}
