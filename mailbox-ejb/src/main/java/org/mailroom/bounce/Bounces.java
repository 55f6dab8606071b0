package org.mailroom.bounce;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.mailroom.access.Allowed;
import org.mailroom.bounce.mime.ReportReader;
import org.mailroom.bounce.model.Report;
import org.mailroom.bounce.model.Undelivered;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.marked.MarkedAddress;
import org.mailroom.marked.MarkedAddresses;
import org.mailroom.outbox.NonDelivery;
import org.mailroom.outbox.OutboxReturns;
import org.mailroom.outbox.ReturnedMessage;

/**
 * Ties the reports of mail servers (RFC 3464, and notices in plain words) to the messages that came
 * back. Joins the caller's transaction or starts one; the same report again changes nothing but the
 * history. Stateless and thread-safe.
 */
@Stateless
@Allowed
public class Bounces {
  @EJB ReceivedMails received;
  @EJB OutboxReturns returns;
  @EJB MarkedAddresses marked;
  @Inject Clock clock;

  private final ReportReader reader = new ReportReader();

  /**
   * What a received mail reports, once its message is written to and addresses are marked.
   *
   * @return empty if it is no report
   */
  public Optional<Bounce> reported(IncomingMail mail) {
    return ReportReader.mayBe(mail)
        ? reader.read(received.raw(mail.id())).map(this::tied)
        : Optional.empty();
  }

  /**
   * The same, with nothing written or marked.
   *
   * @param raw the mail as it came
   */
  public Optional<Bounce> foreseen(IncomingMail mail, byte[] raw) {
    return ReportReader.mayBe(mail)
        ? reader.read(raw).map(report -> new Bounce(words(report), message(report, returns::find)))
        : Optional.empty();
  }

  /**
   * What a received mail reports, whether of a message of ours or not; nothing follows from it.
   *
   * @return empty if it is no report
   * @throws org.mailroom.inbound.ReceivedNotFound if there is no such mail
   */
  @Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
  public List<ReportedRecipient> told(ReceivedId id) {
    // what a person forwards is no report, as it is none where mail comes in
    boolean may = received.parsed(id).mail().map(ReportReader::mayBe).orElse(true);
    return Optional.of(received.raw(id)).filter(raw -> may).flatMap(reader::read).stream()
        .flatMap(report -> report.undelivered().stream())
        .map(
            it ->
                new ReportedRecipient(
                    it.addresses(), it.kind(), it.reason(), it.status(), it.words()))
        .toList();
  }

  private static Optional<ReturnedMessage> message(
      Report report, BiFunction<String, List<NonDelivery>, Optional<ReturnedMessage>> ours) {
    List<NonDelivery> reported = report.undelivered().stream().map(Bounces::nonDelivery).toList();
    return report.messageIds().stream()
        .flatMap(id -> ours.apply(id, reported).stream())
        .findFirst();
  }

  private Bounce tied(Report report) {
    Optional<ReturnedMessage> message = message(report, returns::note);
    message.ifPresent(returned -> mark(returned, report.undelivered()));
    return new Bounce(words(report), message);
  }

  private void mark(ReturnedMessage message, List<Undelivered> undelivered) {
    undelivered.stream()
        .filter(it -> it.kind().marks())
        .map(Bounces::nonDelivery)
        .forEach(
            it -> it.among(message.recipients()).ifPresent(to -> mark(message, to, it.words())));
  }

  private static NonDelivery nonDelivery(Undelivered it) {
    return new NonDelivery(it.addresses(), it.kind().isReturned(), it.reason(), it.words());
  }

  private void mark(ReturnedMessage message, EmailAddress address, String words) {
    marked.mark(new MarkedAddress(address, clock.instant(), words, message.id().value()));
  }

  private static String words(Report report) {
    return report.undelivered().stream()
        .map(it -> "%s: %s: %s".formatted(it.addresses().get(0), it.reason().words(), it.words()))
        .collect(Collectors.joining("\n"));
  }
}
