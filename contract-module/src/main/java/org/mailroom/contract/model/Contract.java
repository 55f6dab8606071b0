package org.mailroom.contract.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.FileLimits;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenFileRefused;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.mailbox.MailboxId;

/** A contract as it is kept. It takes only drafts that are complete and passed the rules. */
// one statement for both, as no contract is read without its client; see Mailbox.WITH_HEALTH
@NamedQuery(
    name = Contract.WITH_CLIENT,
    query = "select c from Contract c join fetch c.client where c.id = :id",
    hints = {
      @QueryHint(name = "eclipselink.query-type", value = "ReadObject"),
      @QueryHint(name = "eclipselink.cache-usage", value = "CheckCacheByExactPrimaryKey")
    })
@Entity
@Table(name = "contract")
public class Contract {
  public static final String WITH_CLIENT = "Contract.withClient";

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contract_seq")
  @SequenceGenerator(name = "contract_seq", sequenceName = "contract_seq", allocationSize = 50)
  private long id;

  @Column(name = "contract_number")
  private String number;

  @Column(name = "number_key")
  private String numberKey;

  @ManyToOne(optional = false)
  @JoinColumn(name = "client_id")
  private Client client;

  @Column(name = "start_date")
  private LocalDate startDate;

  @Column(name = "end_date")
  private LocalDate endDate;

  @Enumerated(EnumType.STRING)
  private ContractStatus status;

  @Column(name = "output_mailbox_id")
  private Long outputMailbox;

  @Column(name = "input_mailbox_id")
  private Long inputMailbox;

  private String flow;

  @Enumerated(EnumType.STRING)
  @Column(name = "when_outbox_unavailable")
  private WhenOutboxUnavailable whenOutboxUnavailable;

  @Enumerated(EnumType.STRING)
  @Column(name = "sender_policy")
  private SenderPolicy senderPolicy;

  @Column(name = "mailbox_for_all_notices")
  private boolean mailboxForAllNotices;

  @Column(name = "max_file_kb")
  private int maxFileKb;

  @Column(name = "max_files_kb")
  private int maxFilesKb;

  @Column(name = "allowed_files")
  private String allowedFiles;

  @Column(name = "refused_files")
  private String refusedFiles;

  @Enumerated(EnumType.STRING)
  @Column(name = "when_file_refused")
  private WhenFileRefused whenFileRefused;

  @Version private long version;

  protected Contract() {}

  public Contract(Client client, ContractDraft stated) {
    change(client, stated);
  }

  /** Takes over what is stated. Its client is the one that the draft names. */
  public void change(Client named, ContractDraft stated) {
    client = named;
    client.writesFrom(stated.domains());
    number = stated.number();
    numberKey = Client.keyOf(stated.number());
    startDate = stated.startDate();
    endDate = stated.endDate();
    status = stated.status();
    outputMailbox = valueOf(stated.outputMailbox());
    inputMailbox = valueOf(stated.inputMailbox());
    flow = stated.flow();
    whenOutboxUnavailable = stated.whenOutboxUnavailable();
    senderPolicy = stated.senderPolicy();
    mailboxForAllNotices = stated.mailboxForAllNotices();
    take(stated.files());
  }

  private void take(FileLimits files) {
    maxFileKb = files.maxFileKb();
    maxFilesKb = files.maxFilesKb();
    allowedFiles = files.allowedFiles();
    refusedFiles = files.refusedFiles();
    whenFileRefused = files.whenFileRefused();
  }

  private FileLimits files() {
    return new FileLimits(maxFileKb, maxFilesKb, allowedFiles, refusedFiles, whenFileRefused);
  }

  /** What it states now, to be compared with what somebody wants it to. */
  public ContractDraft stated() {
    return new ContractDraft(
        number,
        client.name(),
        client.domains(),
        startDate,
        endDate,
        status,
        mailbox(outputMailbox).orElse(null),
        mailbox(inputMailbox).orElse(null),
        flow,
        whenOutboxUnavailable,
        senderPolicy,
        mailboxForAllNotices,
        files());
  }

  public ContractView view() {
    return new ContractView(
        id(),
        number,
        client.name(),
        client.domainList(),
        startDate,
        endDate,
        status,
        mailbox(outputMailbox),
        mailbox(inputMailbox),
        Optional.ofNullable(flow),
        whenOutboxUnavailable,
        senderPolicy,
        mailboxForAllNotices,
        files(),
        version);
  }

  public ContractId id() {
    return new ContractId(id);
  }

  private static Long valueOf(MailboxId mailbox) {
    return mailbox == null ? null : mailbox.value();
  }

  private static Optional<MailboxId> mailbox(Long id) {
    return Optional.ofNullable(id).map(MailboxId::new);
  }
}
