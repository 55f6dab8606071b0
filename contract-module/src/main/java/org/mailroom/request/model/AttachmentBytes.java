package org.mailroom.request.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The bytes of an attachment, in a table of their own so that nothing loads them by the way. */
@Entity
@Table(name = "attachment_bytes")
public class AttachmentBytes {
  @Id
  @Column(name = "attachment_id")
  private long attachment;

  private byte[] content;

  protected AttachmentBytes() {}

  public AttachmentBytes(Attachment attachment, byte[] content) {
    this.attachment = attachment.id();
    this.content = content.clone();
  }

  public byte[] content() {
    return content.clone();
  }
}
