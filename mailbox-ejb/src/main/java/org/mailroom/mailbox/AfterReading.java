package org.mailroom.mailbox;

import java.util.Objects;

/**
 * What becomes on its server of the mail that was read from an Input mailbox. What is left out is
 * as usual.
 *
 * @param afterSuccess for mail that was taken, ignored mail included; null for as usual
 * @param successFolder where it is moved to; null unless it is moved
 * @param afterFailure for mail that was quarantined; null for {@link ServerAction#LEAVE}
 * @param failureFolder where it is moved to; null unless it is moved
 */
public record AfterReading(
    ServerAction afterSuccess,
    String successFolder,
    ServerAction afterFailure,
    String failureFolder) {

  /** Nothing is stated. */
  public static final AfterReading USUAL = new AfterReading(null, null, null, null);

  /**
   * What is done to one mail.
   *
   * @param folder null unless it is moved
   */
  public record Step(ServerAction action, String folder) {}

  /** The same with what is usual filled in: read mail is marked, POP3 knows no such mark. */
  public AfterReading of(Protocol protocol) {
    ServerAction usual = protocol == Protocol.POP3 ? ServerAction.LEAVE : ServerAction.MARK_READ;
    ServerAction success = Objects.requireNonNullElse(afterSuccess, usual);
    ServerAction failure = Objects.requireNonNullElse(afterFailure, ServerAction.LEAVE);
    return new AfterReading(
        success, moved(success, successFolder), failure, moved(failure, failureFolder));
  }

  private static String moved(ServerAction action, String folder) {
    return action == ServerAction.MOVE ? folder : null;
  }

  public Step success() {
    return new Step(afterSuccess, successFolder);
  }

  public Step failure() {
    return new Step(afterFailure, failureFolder);
  }

  /**
   * Whether it must be known what became of a mail before anything is done to it. A mark alone
   * comes as soon as the mail is stored.
   */
  public boolean waitsForOutcome() {
    boolean harmless = afterSuccess == ServerAction.LEAVE || afterSuccess == ServerAction.MARK_READ;
    return !harmless || afterFailure != ServerAction.LEAVE;
  }
}
