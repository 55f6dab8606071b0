package org.mailroom.request.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One mail of a request's conversation, by its Message-ID. */
@Entity
@Table(name = "thread_mail")
@SuppressWarnings("UnusedVariable") // its request is read by queries alone
public class ThreadMail {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "thread_mail_seq")
  @SequenceGenerator(
      name = "thread_mail_seq",
      sequenceName = "thread_mail_seq",
      allocationSize = 50)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "request_number")
  private ServiceRequest request;

  // by its own name, as a query that asks through the request would join its table
  @Column(name = "request_number", insertable = false, updatable = false)
  private long number;

  @Column(name = "message_id")
  private String messageId;

  @Column(name = "joined_at")
  private Instant joinedAt;

  protected ThreadMail() {}

  ThreadMail(ServiceRequest request, String messageId, Instant now) {
    this.request = request;
    this.messageId = messageId;
    this.joinedAt = now;
  }

  String messageId() {
    return messageId;
  }
}
