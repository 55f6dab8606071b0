package org.mailroom.console.mailbox;

import java.io.Serializable;
import java.util.List;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.ServerAction;

/** What becomes on its server of the mail of an Input mailbox. */
public class AfterReadingForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private ServerAction afterSuccess;
  private String successFolder;
  private ServerAction afterFailure = ServerAction.LEAVE;
  private String failureFolder;

  static AfterReadingForm of(AfterReading after) {
    AfterReadingForm form = new AfterReadingForm();
    form.afterSuccess = after.afterSuccess();
    form.successFolder = after.successFolder();
    form.afterFailure = after.afterFailure();
    form.failureFolder = after.failureFolder();
    return form;
  }

  /** What the other protocol alone knows is as usual. */
  AfterReading of(Protocol protocol) {
    return new AfterReading(
        among(successes(protocol), afterSuccess),
        successFolder,
        among(failures(protocol), afterFailure),
        failureFolder);
  }

  private static ServerAction among(List<ServerAction> choices, ServerAction chosen) {
    return choices.stream().filter(choice -> choice == chosen).findFirst().orElse(null);
  }

  /** What can be chosen for mail that was taken. */
  public List<ServerAction> successes(Protocol protocol) {
    return protocol == Protocol.POP3
        ? List.of(ServerAction.LEAVE, ServerAction.DELETE)
        : List.of(
            ServerAction.MARK_READ,
            ServerAction.FLAG,
            ServerAction.MOVE,
            ServerAction.LEAVE,
            ServerAction.DELETE);
  }

  /** What can be chosen for mail that was quarantined. */
  public List<ServerAction> failures(Protocol protocol) {
    return protocol == Protocol.POP3
        ? List.of(ServerAction.LEAVE)
        : List.of(ServerAction.LEAVE, ServerAction.MARK_READ, ServerAction.FLAG, ServerAction.MOVE);
  }

  public boolean isSuccessMoved() {
    return afterSuccess == ServerAction.MOVE;
  }

  public boolean isFailureMoved() {
    return afterFailure == ServerAction.MOVE;
  }

  public boolean isDeleting() {
    return afterSuccess == ServerAction.DELETE;
  }

  public ServerAction getAfterSuccess() {
    return afterSuccess;
  }

  public void setAfterSuccess(ServerAction afterSuccess) {
    this.afterSuccess = afterSuccess;
  }

  public String getSuccessFolder() {
    return successFolder;
  }

  public void setSuccessFolder(String successFolder) {
    this.successFolder = successFolder;
  }

  public ServerAction getAfterFailure() {
    return afterFailure;
  }

  public void setAfterFailure(ServerAction afterFailure) {
    this.afterFailure = afterFailure;
  }

  public String getFailureFolder() {
    return failureFolder;
  }

  public void setFailureFolder(String failureFolder) {
    this.failureFolder = failureFolder;
  }
}
