package org.mailroom.watch.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.watch.BulkItemView;
import org.mailroom.watch.BulkRunId;
import org.mailroom.watch.BulkState;

/** One mailbox of a bulk run. Changed by conditional updates only, as many workers want it. */
@Entity
@Table(name = "bulk_item")
@IdClass(BulkItem.Key.class)
public class BulkItem {
  /** Which mailbox of which run. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private long run;
    private long mailbox;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.run == run && key.mailbox == mailbox;
    }

    @Override
    public int hashCode() {
      return Objects.hash(run, mailbox);
    }
  }

  @Id
  @Column(name = "run_id")
  private long run;

  @Id
  @Column(name = "mailbox_id")
  private long mailbox;

  private String name;

  @Enumerated(EnumType.STRING)
  private BulkState state;

  private String reason;

  @Column(name = "claimed_until")
  private Instant claimedUntil;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected BulkItem() {}

  public BulkRunId run() {
    return new BulkRunId(run);
  }

  public MailboxId mailbox() {
    return new MailboxId(mailbox);
  }

  /** Until when a worker has it; after that it is given to another. */
  public Instant claimedUntil() {
    return claimedUntil;
  }

  public BulkItemView view() {
    return new BulkItemView(mailbox(), name, state, reason, endedAt);
  }
}
