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
import java.util.List;
import java.util.Optional;
import org.mailroom.request.AttachmentView;
import org.mailroom.request.MailView;
import org.mailroom.request.NewOccurrence;
import org.mailroom.request.OccurrenceView;

/** Something that was said or happened on a request. Never changed. */
@Entity
@Table(name = "occurrence")
@SuppressWarnings("UnusedVariable") // its request is written, and read by the request alone
public class Occurrence {
  private static final int MAX_BY = 300;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "occurrence_seq")
  @SequenceGenerator(name = "occurrence_seq", sequenceName = "occurrence_seq", allocationSize = 50)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "request_number")
  private ServiceRequest request;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "said_by")
  private String saidBy;

  private String origin;
  private String text;

  protected Occurrence() {}

  Occurrence(ServiceRequest request, NewOccurrence said, Instant now) {
    this.request = request;
    this.happenedAt = now;
    this.saidBy = Wording.line(said.by(), MAX_BY);
    this.origin = said.origin();
    this.text = Wording.text(said.text());
  }

  public long id() {
    return id;
  }

  public String by() {
    return saidBy;
  }

  public String origin() {
    return origin;
  }

  public String words() {
    return text;
  }

  /** Enough of it to know it by. */
  public String beginning() {
    return Wording.line(text, 80);
  }

  public OccurrenceView view(List<AttachmentView> attachments, Optional<MailView> mail) {
    return new OccurrenceView(id, happenedAt, saidBy, origin, text, attachments, mail);
  }
}
