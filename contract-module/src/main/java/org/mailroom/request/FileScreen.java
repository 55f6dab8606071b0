package org.mailroom.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.attachment.FileGate;
import org.mailroom.attachment.FileRefusal;
import org.mailroom.contract.FileLimits;

/** Parts the files that a contract takes from those it does not. Thread-safe. */
@ApplicationScoped
public class FileScreen {
  @Inject FileGate gate;

  /**
   * What came of it.
   *
   * @param infected those with a virus, whatever the limits say
   * @param refused those beyond the limits
   */
  public record Screened(
      List<NewAttachment> taken, List<FileRefusal> infected, List<FileRefusal> refused) {}

  /**
   * @throws org.mailroom.attachment.ScannerAway if a virus scanner is set up and does not answer
   * @throws org.mailroom.attachment.FileNotScanned if it does not judge one of the files
   */
  public Screened screen(List<NewAttachment> files, FileLimits limits) {
    List<NewAttachment> taken = new ArrayList<>();
    List<FileRefusal> infected = new ArrayList<>();
    List<FileRefusal> refused = new ArrayList<>();
    var rules = gate.under(limits);
    for (NewAttachment file : files) {
      Optional<FileRefusal> infection = gate.infection(file.name(), file.content());
      Optional<FileRefusal> refusal =
          infection.isPresent() ? Optional.empty() : rules.apply(file.name(), file.content());
      infection.ifPresent(infected::add);
      refusal.ifPresent(refused::add);
      if (infection.isEmpty() && refusal.isEmpty()) {
        taken.add(file);
      }
    }
    return new Screened(taken, infected, refused);
  }

  /**
   * For uploads, whose sender is there to be told.
   *
   * @throws InvalidFiles if any file is not taken
   */
  void require(List<NewAttachment> files, FileLimits limits) {
    Screened screened = screen(files, limits);
    List<FileRefusal> refusals = new ArrayList<>(screened.infected());
    refusals.addAll(screened.refused());
    if (!refusals.isEmpty()) {
      throw new InvalidFiles(refusals);
    }
  }
}
