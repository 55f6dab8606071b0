package org.mailroom.inbound.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.mailroom.mailbox.MailboxId;

/** A mail that is left on a server which keeps no order (POP3), and is never read. */
@Entity
@Table(name = "inbound_skipped")
@SuppressWarnings("UnusedVariable") // read by queries alone
public class SkippedMail {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbound_skipped_seq")
  @SequenceGenerator(
      name = "inbound_skipped_seq",
      sequenceName = "inbound_skipped_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "mailbox_id")
  private long mailbox;

  private String place;
  private String uid;

  protected SkippedMail() {}

  public SkippedMail(MailboxId mailbox, Place place, String uid) {
    this.mailbox = mailbox.value();
    this.place = place.value();
    this.uid = uid;
  }
}
