package org.mailroom.contract.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ReleasedSender;
import org.mailroom.mailbox.EmailAddress;

/** One sender that was let in under one contract. Never changed. */
@Entity
@Table(name = "released_sender")
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
public class Released {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "released_sender_seq")
  @SequenceGenerator(
      name = "released_sender_seq",
      sequenceName = "released_sender_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "contract_id")
  private long contract;

  private String address;

  @Column(name = "released_at")
  private Instant releasedAt;

  @Column(name = "released_by")
  private String releasedBy;

  protected Released() {}

  public Released(ContractId contract, ReleasedSender sender) {
    this.contract = contract.value();
    this.address = key(sender.address());
    this.releasedAt = sender.releasedAt();
    this.releasedBy = sender.releasedBy();
  }

  public static String key(EmailAddress address) {
    return address.value().toLowerCase(Locale.ROOT);
  }

  /** The address as it is kept. */
  public static EmailAddress kept(EmailAddress address) {
    return new EmailAddress(key(address));
  }

  public ContractId contract() {
    return new ContractId(contract);
  }

  public ReleasedSender view() {
    return new ReleasedSender(new EmailAddress(address), releasedAt, releasedBy);
  }
}
