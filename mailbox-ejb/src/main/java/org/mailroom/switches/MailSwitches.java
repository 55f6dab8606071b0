package org.mailroom.switches;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.switches.jpa.SwitchStore;
import org.mailroom.switches.model.MailSwitch;
import org.mailroom.switches.model.OperatorSwitches;
import org.mailroom.switches.model.SwitchName;

/**
 * Turns all mail off, or sends all of it to one address. Holds on every node within a second of the
 * commit; what is on the wire by then comes to its end.
 *
 * <p>What the operator has set by {@code MAILROOM_MAIL_OFF} and {@code MAILROOM_SEND_ALL_TO} is
 * stronger. Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({Role.CONTRACT_MANAGER, Role.OPERATOR, Role.AUDITOR})
public class MailSwitches {
  private static final String SUBJECT = "mail switches";
  private static final String OFF = "mailOff";
  private static final String TO = "sendAllTo";

  @Inject SwitchStore store;
  @Inject Environment environment;
  @Inject Event<SwitchesTurned> turned;
  @EJB Audit audit;
  @Inject Clock clock;

  /** What the switches say, with the operator's word on top. */
  public Switched switched() {
    return operator().over(store.switched());
  }

  private OperatorSwitches operator() {
    return OperatorSwitches.of(environment);
  }

  /** When a person turned all mail off last, whether it still is or not. */
  public Optional<Instant> lastOff() {
    return Optional.ofNullable(store.find(SwitchName.MAIL_OFF).at());
  }

  /**
   * No mail leaves from now on: what is queued stands still, and what would be queued is recorded
   * as suppressed.
   *
   * @throws InvalidSwitch if there is no reason
   * @throws SetByOperator if the operator has turned it off anyway
   */
  @Allowed
  public void turnMailOff(String why) {
    operator().off().ifPresent(SetByOperator::refuse);
    InvalidSwitch.requireWhy(why);
    MailSwitch off = store.locked(SwitchName.MAIL_OFF);
    Change change = Change.of(OFF, off.turned().isPresent(), true);
    off.on(audit.caller(), clock.instant(), why.strip());
    tell("mail.turned_off", change, Change.of("why", null, why.strip()));
  }

  /**
   * What stood still leaves; what was suppressed stays so until a person queues it.
   *
   * @throws SetByOperator if the operator has turned it off
   */
  @Allowed
  public void turnMailOn() {
    operator().off().ifPresent(SetByOperator::refuse);
    MailSwitch off = store.locked(SwitchName.MAIL_OFF);
    if (off.turned().isPresent()) {
      off.off();
      tell("mail.turned_on", Change.of(OFF, true, false));
    }
  }

  /**
   * All mail, queued or yet to come, goes to one address and to nobody else.
   *
   * @throws InvalidSwitch if that is no address, or there is no reason
   * @throws SetByOperator if the operator has named one
   */
  @Allowed
  public void sendAllTo(String address, String why) {
    operator().diversion().map(Diversion::turned).ifPresent(SetByOperator::refuse);
    EmailAddress to = InvalidSwitch.requireAddress(address);
    InvalidSwitch.requireWhy(why);
    MailSwitch divert = store.locked(SwitchName.SEND_ALL_TO);
    Change change = Change.of(TO, before(divert), to);
    divert.divert(to);
    divert.on(audit.caller(), clock.instant(), why.strip());
    tell("mail.diverted", change, Change.of("why", null, why.strip()));
  }

  /**
   * Mail goes to its recipients again; what was sent elsewhere is not sent again.
   *
   * @throws SetByOperator if the operator has named an address
   */
  @Allowed
  public void sendToRecipients() {
    operator().diversion().map(Diversion::turned).ifPresent(SetByOperator::refuse);
    MailSwitch divert = store.locked(SwitchName.SEND_ALL_TO);
    if (divert.turned().isPresent()) {
      Change change = Change.of(TO, before(divert), null);
      divert.off();
      tell("mail.not_diverted", change);
    }
  }

  private static EmailAddress before(MailSwitch divert) {
    return divert.diversion().map(Diversion::to).orElse(null);
  }

  private void tell(String action, Change... changes) {
    audit.changed(action, SUBJECT, List.of(changes));
    turned.fire(new SwitchesTurned());
  }
}
