package org.mailroom.console.switches;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Map;
import org.mailroom.console.Notices;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.Outbox;
import org.mailroom.switches.Diversion;
import org.mailroom.switches.MailSwitches;
import org.mailroom.switches.Switched;
import org.mailroom.switches.Turned;

/** The switches over all mail, with what turning them means for what waits. */
@Named
@RequestScoped
public class SwitchesPage {
  private static final int AT_ONCE = 500;
  private static final int MOST = 10_000;

  @EJB MailSwitches switches;
  @EJB Outbox outbox;
  @Inject Notices notices;

  private String why;
  private String address;
  private String divertWhy;
  private Switched switched;

  public void turnOff() {
    switches.turnMailOff(why);
    notices.warn("switches.turnedOff");
  }

  public void turnOn() {
    switches.turnMailOn();
    notices.done("switches.turnedOn");
  }

  public void divert() {
    switches.sendAllTo(address, divertWhy);
    notices.warn("switches.diverted", address);
  }

  public void sendToRecipients() {
    switches.sendToRecipients();
    notices.done("switches.notDiverted");
  }

  /** In transactions of their own, so that many do not wait for the last one. */
  public void queueSuppressed() {
    Instant since = since();
    int queued = 0;
    int last = AT_ONCE;
    while (last == AT_ONCE && queued < MOST) {
      last = outbox.queueSuppressed(since, AT_ONCE);
      queued += last;
    }
    notices.done("switches.queued", queued, outbox.suppressed(since));
  }

  private Instant since() {
    return switches.lastOff().orElse(Instant.EPOCH);
  }

  private Switched switched() {
    if (switched == null) {
      switched = switches.switched();
    }
    return switched;
  }

  /** Null while mail is on. */
  public Turned getOff() {
    return switched().off().orElse(null);
  }

  /** Null while mail goes to its recipients. */
  public Diversion getDiversion() {
    return switched().diversion().orElse(null);
  }

  /** How many messages wait to be sent. */
  public long getWaiting() {
    Map<MessageState, Long> counts = outbox.counts();
    return counts.getOrDefault(MessageState.QUEUED, 0L)
        + counts.getOrDefault(MessageState.SENDING, 0L)
        + counts.getOrDefault(MessageState.UNCERTAIN, 0L);
  }

  /** What turning mail off means, for the question before it. */
  public String getOffSure() {
    return notices.words("switches.off.sure", getWaiting());
  }

  /** What sending all mail to one address means, for the question before it. */
  public String getDivertSure() {
    return notices.words("switches.to.sure", getWaiting());
  }

  /** What turning mail on means, for the question before it. */
  public String getOnSure() {
    return notices.words("switches.on.sure", getWaiting(), getSuppressed());
  }

  /** How many were suppressed since all mail was off last, and still are. */
  public long getSuppressed() {
    return outbox.suppressed(since());
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getDivertWhy() {
    return divertWhy;
  }

  public void setDivertWhy(String divertWhy) {
    this.divertWhy = divertWhy;
  }
}
