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
import java.util.Optional;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.request.MailView;
import org.mailroom.request.OriginalMail;
import org.mailroom.request.RequestNumber;

/** The mail that opened a request or that an occurrence came with. Never changed. */
@Entity
@Table(name = "request_mail")
@SuppressWarnings("UnusedVariable") // its occurrence is written, and read by its number alone
public class RequestMail {
  private static final String REMOTE = "data-remote-src";

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "request_mail_seq")
  @SequenceGenerator(
      name = "request_mail_seq",
      sequenceName = "request_mail_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "request_number")
  private long request;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "occurrence_id")
  private Occurrence occurrence;

  // by its own name, as a query that asks through the occurrence would join its table
  @Column(name = "occurrence_id", insertable = false, updatable = false)
  private Long occurrenceId;

  @Column(name = "received_id")
  private long received;

  @Column(name = "message_id")
  private String messageId;

  private boolean formatted;

  @Column(name = "remote_images")
  private boolean remoteImages;

  private String html;

  protected RequestMail() {}

  /**
   * @param occurrence empty for the mail that opened the request
   */
  public RequestMail(
      RequestNumber request,
      Optional<Occurrence> occurrence,
      Optional<String> messageId,
      OriginalMail mail) {
    this.request = request.value();
    this.occurrence = occurrence.orElse(null);
    this.occurrenceId = occurrence.map(Occurrence::id).orElse(null);
    this.received = mail.received().value();
    this.messageId = messageId.map(it -> Wording.line(it, 500)).orElse(null);
    this.html = Wording.text(mail.html());
    this.formatted = !html.isBlank();
    this.remoteImages = html.contains(REMOTE);
  }

  public OriginalMail original() {
    return new OriginalMail(new ReceivedId(received), html);
  }

  public MailView view() {
    return new MailView(received, formatted, remoteImages);
  }

  public Optional<String> messageId() {
    return Optional.ofNullable(messageId);
  }
}
