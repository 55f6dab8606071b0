package org.mailroom.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.attachment.FileRefusal;
import org.mailroom.attachment.ScannerAway;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.WhenFileRefused;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.NotNow;
import org.mailroom.inbound.Outcome;
import org.mailroom.request.FileScreen;
import org.mailroom.request.FileScreen.Screened;
import org.mailroom.request.NewAttachment;

/** Which files of a mail may come with it. */
@ApplicationScoped
class MailFiles {
  @Inject FileScreen screen;

  /**
   * The files that are taken.
   *
   * @param note tells which were left out and why, for the request
   */
  record Taken(List<NewAttachment> files, Optional<String> note) {}

  /**
   * Goes on with the files that are taken, unless their mail must be quarantined.
   *
   * @throws NotNow if the virus scanner does not answer
   */
  Outcome with(IncomingMail mail, ContractView contract, Function<Taken, Outcome> next) {
    Screened screened = screened(mail, contract);
    if (!screened.infected().isEmpty()) {
      return Outcome.quarantined(words(screened.infected()));
    }
    boolean quarantine = contract.files().whenFileRefused() == WhenFileRefused.QUARANTINE;
    return quarantine && !screened.refused().isEmpty()
        ? Outcome.quarantined(words(screened.refused()))
        : next.apply(new Taken(screened.taken(), note(screened.refused())));
  }

  /** The files that are taken when a person wants the mail whatever its files are. */
  Taken taken(IncomingMail mail, ContractView contract) {
    Screened screened = screen.screen(files(mail), contract.files());
    return new Taken(
        screened.taken(),
        note(Stream.of(screened.infected(), screened.refused()).flatMap(List::stream).toList()));
  }

  private Screened screened(IncomingMail mail, ContractView contract) {
    try {
      return screen.screen(files(mail), contract.files());
    } catch (ScannerAway away) {
      throw new NotNow(away.getMessage());
    }
  }

  private static List<NewAttachment> files(IncomingMail mail) {
    return mail.attachments().stream()
        .map(
            file ->
                new NewAttachment(
                    file.name(), file.contentType(), file.content(), file.contentId()))
        .toList();
  }

  private static Optional<String> note(List<FileRefusal> refused) {
    return refused.isEmpty()
        ? Optional.empty()
        : Optional.of("Left out; the original mail has it. " + words(refused));
  }

  private static String words(List<FileRefusal> refusals) {
    return refusals.stream().map(FileRefusal::words).collect(Collectors.joining(" "));
  }
}
