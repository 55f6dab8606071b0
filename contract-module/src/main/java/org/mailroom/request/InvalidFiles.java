package org.mailroom.request;

import java.util.List;
import org.mailroom.attachment.FileRefusal;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** Files that the contract does not take, or that carry a virus. */
public class InvalidFiles extends Invalid {
  private static final long serialVersionUID = 1L;

  public InvalidFiles(List<FileRefusal> refusals) {
    super("The files cannot be taken", refusals.stream().map(InvalidFiles::problem).toList());
  }

  private static Problem problem(FileRefusal refusal) {
    return new Problem(refusal.code(), "file", refusal.words());
  }
}
