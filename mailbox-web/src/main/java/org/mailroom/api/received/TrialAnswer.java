package org.mailroom.api.received;

import java.util.List;
import org.mailroom.contract.ContractView;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.intake.IntakeTrial;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.Classification;
import org.mailroom.request.Priority;
import org.mailroom.rule.RuleView;

/**
 * What would become of a mail, in JSON.
 *
 * @param request the request it would be added to, or null
 * @param contract number of the contract that reads from the mailbox, or null
 * @param rule name of the rule that would apply, or null
 * @param service by the rule; empty if none applies
 * @param text what would be written down
 * @param mail as it was read, or null if it goes beyond a limit
 */
public record TrialAnswer(
    ReceivedState state,
    String reason,
    Long request,
    String contract,
    String rule,
    String service,
    Priority priority,
    String group,
    String text,
    ReadAnswer mail) {

  /**
   * A mail as it was read, in JSON.
   *
   * @param html sanitised
   */
  public record ReadAnswer(
      String from,
      String fromName,
      List<String> recipients,
      String subject,
      String messageId,
      String text,
      String html,
      List<FileAnswer> attachments) {
    static ReadAnswer of(IncomingMail mail) {
      return new ReadAnswer(
          mail.from().map(EmailAddress::value).orElse(null),
          mail.fromName(),
          mail.recipients().stream().map(EmailAddress::value).toList(),
          mail.subject(),
          mail.messageId(),
          mail.text(),
          mail.html(),
          mail.attachments().stream().map(FileAnswer::of).toList());
    }
  }

  /** A file that came with a mail, in JSON. */
  public record FileAnswer(String name, String contentType, long size) {
    static FileAnswer of(IncomingMail.Attachment file) {
      return new FileAnswer(file.name(), file.contentType(), file.size());
    }
  }

  static TrialAnswer of(IntakeTrial trial) {
    Classification as = trial.rule().map(RuleView::classification).orElse(Classification.NONE);
    return new TrialAnswer(
        trial.outcome().state(),
        trial.outcome().reason(),
        trial.outcome().reference().map(Long::valueOf).orElse(null),
        trial.contract().map(ContractView::number).orElse(null),
        trial.rule().map(RuleView::name).orElse(null),
        as.service(),
        as.priority(),
        as.group(),
        trial.text(),
        trial.mail().map(ReadAnswer::of).orElse(null));
  }
}
