package org.mailroom.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.BiFunction;
import org.mailroom.attachment.model.FileRules;
import org.mailroom.attachment.tika.ContentTypes;
import org.mailroom.contract.FileLimits;

/** Lets files in, by the limits of a contract and past the virus scanner. Thread-safe. */
@ApplicationScoped
public class FileGate {
  /** Code of a refusal that no limit explains: the file carries a virus. */
  public static final String INFECTED = "FILE_INFECTED";

  @Inject ContentTypes types;
  @Inject VirusScan scan;

  /** Judges the files of one mail or one upload by name and content, one after the other. */
  public BiFunction<String, byte[], Optional<FileRefusal>> under(FileLimits limits) {
    FileRules rules = new FileRules(limits, types);
    return rules::next;
  }

  /** The media type that a content has, whatever its name and its sender say. */
  public String typeOf(byte[] content) {
    return types.of("", content).byContent();
  }

  /**
   * Why a file must not be kept by anybody; empty if no scanner is set up or it finds nothing.
   *
   * @throws ScannerAway if the scanner does not answer: ask again later
   * @throws FileNotScanned if the scanner does not judge this file
   */
  public Optional<FileRefusal> infection(String name, byte[] content) {
    return scan.virus(content)
        .map(virus -> new FileRefusal(INFECTED, name, "it carries the virus " + virus));
  }
}
