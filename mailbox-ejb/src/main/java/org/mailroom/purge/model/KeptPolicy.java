package org.mailroom.purge.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.mailroom.purge.PurgePolicy;
import org.mailroom.purge.PurgePolicy.Ages;

/** The policy as people have set it. */
@Entity
@Table(name = "purge_policy")
public class KeptPolicy {
  public static final int THE_ROW = 1;

  @Id private int id;

  @Column(name = "sent_bodies")
  private Integer sentBodies;

  @Column(name = "sent_messages")
  private Integer sentMessages;

  @Column(name = "failed_bodies")
  private Integer failedBodies;

  @Column(name = "failed_messages")
  private Integer failedMessages;

  @Column(name = "discarded_bodies")
  private Integer discardedBodies;

  @Column(name = "discarded_messages")
  private Integer discardedMessages;

  @Column(name = "received_bodies")
  private Integer receivedBodies;

  @Column(name = "last_night")
  private LocalDate lastNight;

  protected KeptPolicy() {}

  public PurgePolicy policy() {
    return new PurgePolicy(
        new Ages(sentBodies, sentMessages),
        new Ages(failedBodies, failedMessages),
        new Ages(discardedBodies, discardedMessages),
        receivedBodies);
  }

  public void become(PurgePolicy policy) {
    sentBodies = policy.sent().bodies();
    sentMessages = policy.sent().messages();
    failedBodies = policy.failed().bodies();
    failedMessages = policy.failed().messages();
    discardedBodies = policy.discarded().bodies();
    discardedMessages = policy.discarded().messages();
    receivedBodies = policy.receivedBodies();
  }

  /** Notes the nightly run of a day; says whether it is the first of that day. */
  public boolean night(LocalDate day) {
    boolean first = !day.equals(lastNight);
    lastNight = day;
    return first;
  }

  @Override
  public String toString() {
    return id + " " + policy();
  }
}
