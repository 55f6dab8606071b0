package org.mailroom.console.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.FileLimits;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenFileRefused;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.mailbox.MailboxId;

/** The values on screen of one contract. */
public class ContractForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String number;
  private String client;
  private String domains;
  private LocalDate startDate;
  private LocalDate endDate;
  private ContractStatus status = ContractStatus.ACTIVE;
  private Long outputMailbox;
  private Long inputMailbox;
  private String flow;
  private WhenOutboxUnavailable whenOutboxUnavailable = WhenOutboxUnavailable.WAIT;
  private SenderPolicy senderPolicy = SenderPolicy.ANYONE;
  private boolean mailboxForAllNotices;
  private Integer maxFileKb = FileLimits.USUAL.maxFileKb();
  private Integer maxFilesKb = FileLimits.USUAL.maxFilesKb();
  private String allowedFiles;
  private String refusedFiles;
  private WhenFileRefused whenFileRefused = WhenFileRefused.LEAVE_OUT;

  static ContractForm startingOn(LocalDate day) {
    var form = new ContractForm();
    form.startDate = day;
    return form;
  }

  static ContractForm of(ContractView contract) {
    var form = new ContractForm();
    form.number = contract.number();
    form.client = contract.client();
    form.domains = String.join(", ", contract.domains());
    form.startDate = contract.startDate();
    form.endDate = contract.endDate();
    form.status = contract.status();
    form.outputMailbox = contract.outputMailbox().map(MailboxId::value).orElse(null);
    form.inputMailbox = contract.inputMailbox().map(MailboxId::value).orElse(null);
    form.flow = contract.flow().orElse(null);
    form.whenOutboxUnavailable = contract.whenOutboxUnavailable();
    form.senderPolicy = contract.senderPolicy();
    form.mailboxForAllNotices = contract.mailboxForAllNotices();
    form.take(contract.files());
    return form;
  }

  private void take(FileLimits files) {
    maxFileKb = files.maxFileKb();
    maxFilesKb = files.maxFilesKb();
    allowedFiles = String.join(", ", files.allowed());
    refusedFiles = String.join(", ", files.refused());
    whenFileRefused = files.whenFileRefused();
  }

  ContractDraft toDraft() {
    return new ContractDraft(
        number,
        client,
        domains,
        startDate,
        endDate,
        status,
        mailbox(outputMailbox),
        mailbox(inputMailbox),
        flow == null || flow.isEmpty() ? null : flow,
        whenOutboxUnavailable,
        senderPolicy,
        mailboxForAllNotices,
        new FileLimits(maxFileKb, maxFilesKb, allowedFiles, refusedFiles, whenFileRefused));
  }

  private static MailboxId mailbox(Long id) {
    return Optional.ofNullable(id).map(MailboxId::new).orElse(null);
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getClient() {
    return client;
  }

  public void setClient(String client) {
    this.client = client;
  }

  public String getDomains() {
    return domains;
  }

  public void setDomains(String domains) {
    this.domains = domains;
  }

  public LocalDate getStartDate() {
    return startDate;
  }

  public void setStartDate(LocalDate startDate) {
    this.startDate = startDate;
  }

  public LocalDate getEndDate() {
    return endDate;
  }

  public void setEndDate(LocalDate endDate) {
    this.endDate = endDate;
  }

  public ContractStatus getStatus() {
    return status;
  }

  public void setStatus(ContractStatus status) {
    this.status = status;
  }

  public Long getOutputMailbox() {
    return outputMailbox;
  }

  public void setOutputMailbox(Long outputMailbox) {
    this.outputMailbox = outputMailbox;
  }

  public Long getInputMailbox() {
    return inputMailbox;
  }

  public void setInputMailbox(Long inputMailbox) {
    this.inputMailbox = inputMailbox;
  }

  public String getFlow() {
    return flow;
  }

  public void setFlow(String flow) {
    this.flow = flow;
  }

  public WhenOutboxUnavailable getWhenOutboxUnavailable() {
    return whenOutboxUnavailable;
  }

  public void setWhenOutboxUnavailable(WhenOutboxUnavailable whenOutboxUnavailable) {
    this.whenOutboxUnavailable = whenOutboxUnavailable;
  }

  public SenderPolicy getSenderPolicy() {
    return senderPolicy;
  }

  public void setSenderPolicy(SenderPolicy senderPolicy) {
    this.senderPolicy = senderPolicy;
  }

  public boolean isMailboxForAllNotices() {
    return mailboxForAllNotices;
  }

  public void setMailboxForAllNotices(boolean mailboxForAllNotices) {
    this.mailboxForAllNotices = mailboxForAllNotices;
  }

  public Integer getMaxFileKb() {
    return maxFileKb;
  }

  public void setMaxFileKb(Integer maxFileKb) {
    this.maxFileKb = maxFileKb;
  }

  public Integer getMaxFilesKb() {
    return maxFilesKb;
  }

  public void setMaxFilesKb(Integer maxFilesKb) {
    this.maxFilesKb = maxFilesKb;
  }

  public String getAllowedFiles() {
    return allowedFiles;
  }

  public void setAllowedFiles(String allowedFiles) {
    this.allowedFiles = allowedFiles;
  }

  public String getRefusedFiles() {
    return refusedFiles;
  }

  public void setRefusedFiles(String refusedFiles) {
    this.refusedFiles = refusedFiles;
  }

  public WhenFileRefused getWhenFileRefused() {
    return whenFileRefused;
  }

  public void setWhenFileRefused(WhenFileRefused whenFileRefused) {
    this.whenFileRefused = whenFileRefused;
  }
}
