package org.mailroom.switches.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.switches.Diversion;
import org.mailroom.switches.Turned;

/** One switch as people have set it. It is changed only while its row is locked. */
@Entity
@Table(name = "mail_switch")
public class MailSwitch {
  private static final int MAX_WHY = 500;

  @Id
  @Enumerated(EnumType.STRING)
  private SwitchName name;

  private boolean active;
  private String address;
  private String why;

  @Column(name = "turned_by")
  private String by;

  // stays when it is turned off: what it did since then can be found
  @Column(name = "turned_at")
  private Instant at;

  protected MailSwitch() {}

  public SwitchName name() {
    return name;
  }

  /** Turns it on. */
  public void on(String who, Instant now, String reason) {
    active = true;
    by = who;
    at = now;
    why = reason.substring(0, Math.min(MAX_WHY, reason.length()));
  }

  /** Where all mail goes. */
  public void divert(EmailAddress to) {
    address = to.value();
  }

  public void off() {
    active = false;
  }

  /** Empty while it is off. */
  public Optional<Turned> turned() {
    return active ? Optional.of(new Turned(by, at, why)) : Optional.empty();
  }

  public Optional<Diversion> diversion() {
    return turned().map(turned -> new Diversion(new EmailAddress(address), turned));
  }

  /** When it was turned on last; null if it never was. */
  public Instant at() {
    return at;
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(name, active, address);
  }
}
