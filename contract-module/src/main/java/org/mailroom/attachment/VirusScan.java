package org.mailroom.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mailroom.attachment.clamd.Clamd;
import org.mailroom.environment.Environment;

/**
 * Looks for viruses, if the environment names a scanner: {@code MAILROOM_CLAMD}, {@code host:port}
 * or the path of a socket. Thread-safe.
 */
@ApplicationScoped
public class VirusScan {
  /** The variable that names clamd. */
  public static final String VARIABLE = "MAILROOM_CLAMD";

  @Inject Environment environment;

  /** What a health check tells. */
  public enum State {
    /** None is named: nothing is scanned. */
    OFF,
    ANSWERS,
    AWAY
  }

  /**
   * The name of the virus in a file; empty if there is none, or if nothing is scanned. Takes
   * seconds for large archives.
   *
   * @throws ScannerAway if the scanner does not answer
   * @throws FileNotScanned if it refuses to judge this file
   */
  public Optional<String> virus(byte[] content) {
    return clamd().flatMap(clamd -> clamd.virus(content));
  }

  /** Whether any file is scanned. */
  public boolean isOn() {
    return clamd().isPresent();
  }

  public State state() {
    return clamd().map(clamd -> clamd.answers() ? State.ANSWERS : State.AWAY).orElse(State.OFF);
  }

  private Optional<Clamd> clamd() {
    return environment.text(VARIABLE).map(Clamd::new);
  }
}
