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
import org.mailroom.attachment.ContentHash;
import org.mailroom.attachment.SafeFileName;
import org.mailroom.request.AttachmentView;
import org.mailroom.request.NewAttachment;
import org.mailroom.request.RequestNumber;

/** A file kept with a request or one of its occurrences; its content is kept once for all. */
@Entity
@Table(name = "attachment")
@SuppressWarnings("UnusedVariable") // its occurrence is written, and read by its number alone
public class Attachment {
  private static final int MAX_NAME = 250;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attachment_seq")
  @SequenceGenerator(name = "attachment_seq", sequenceName = "attachment_seq", allocationSize = 50)
  private long id;

  @Column(name = "request_number")
  private long request;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "occurrence_id")
  private Occurrence occurrence;

  // by its own name, as a query that asks through the occurrence would join its table
  @Column(name = "occurrence_id", insertable = false, updatable = false)
  private Long occurrenceId;

  private String name;

  @Column(name = "content_type")
  private String contentType;

  @Column(name = "content_size")
  private long size;

  private String sha256;

  @Column(name = "mail_content_id")
  private String contentId;

  protected Attachment() {}

  /**
   * @param occurrence that it came with; empty for a file of the request itself
   */
  public Attachment(RequestNumber request, Optional<Occurrence> occurrence, NewAttachment file) {
    this.request = request.value();
    this.occurrence = occurrence.orElse(null);
    this.occurrenceId = occurrence.map(Occurrence::id).orElse(null);
    this.name = SafeFileName.of(Wording.line(file.name()));
    this.contentType = or(Wording.line(file.contentType(), MAX_NAME), "application/octet-stream");
    this.size = file.content().length;
    this.sha256 = ContentHash.of(file.content()).value();
    this.contentId = Wording.line(file.contentId(), MAX_NAME);
  }

  /** The same file for a request itself; its content is there already. */
  public Attachment copiedTo(RequestNumber other) {
    Attachment copy = new Attachment();
    copy.request = other.value();
    copy.name = name;
    copy.contentType = contentType;
    copy.size = size;
    copy.sha256 = sha256;
    copy.contentId = contentId;
    return copy;
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  public long id() {
    return id;
  }

  public boolean isOf(RequestNumber number) {
    return request == number.value();
  }

  /** Whether the HTML of its mail names it so (RFC 2392). */
  public boolean isNamed(String wanted) {
    return !wanted.isEmpty() && wanted.equals(contentId);
  }

  /** The id of its occurrence; 0 for a file of the request itself. */
  public long occurrenceId() {
    return occurrenceId == null ? 0 : occurrenceId;
  }

  public ContentHash hash() {
    return new ContentHash(sha256);
  }

  public AttachmentView view() {
    return new AttachmentView(id, name, contentType, size, sha256);
  }
}
