package org.mailroom.mailbox.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.AfterReading.Step;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.ServerAction;

/** What may become of mail on its server. */
final class AfterReadingRules {
  private static final String SUCCESS = "afterSuccess";
  private static final String FAILURE = "afterFailure";

  private final Reading reading;
  private final List<Problem> problems = new ArrayList<>();

  private AfterReadingRules(Reading reading) {
    this.reading = reading;
  }

  static List<Problem> problems(Reading reading) {
    AfterReadingRules rules = new AfterReadingRules(reading);
    rules.protocol(SUCCESS, reading.after().afterSuccess());
    rules.protocol(FAILURE, reading.after().afterFailure());
    if (reading.after().afterFailure() == ServerAction.DELETE) {
      rules.problem(
          "AFTER_FAILURE_DELETE",
          FAILURE,
          "Mail that was quarantined is never deleted: leave it, mark it or move it.");
    }
    rules.folder("successFolder", reading.after().success());
    rules.folder("failureFolder", reading.after().failure());
    return rules.problems;
  }

  private void protocol(String field, ServerAction action) {
    boolean impossible =
        switch (action) {
          case LEAVE, DELETE -> false;
          case MARK_READ, FLAG, MOVE -> true;
        };
    if (reading.protocol() == Protocol.POP3 && impossible) {
      problem(
          MailboxRules.code(field, "POP3"),
          field,
          "POP3 knows neither marks nor folders: leave the mail on the server"
              + (field.equals(SUCCESS) ? ", or delete it." : "."));
    }
  }

  private void folder(String field, Step step) {
    if (step.action() != ServerAction.MOVE) {
      return;
    }
    String folder = step.folder();
    if (folder == null) {
      problem(MailboxRules.code(field, "MISSING"), field, "Name the folder that mail is moved to.");
    } else if (sameFolder(folder)) {
      problem(
          MailboxRules.code(field, "SAME"),
          field,
          "Mail is read from this folder: name another one to move it to.");
    }
    problems.addAll(MailboxRules.problemsOfText(field, folder, MailboxRules.MAX_TEXT));
  }

  // servers that do not tell large from small letters are not rare
  private boolean sameFolder(String folder) {
    return folder.toLowerCase(Locale.ROOT).equals(reading.folder().toLowerCase(Locale.ROOT));
  }

  private void problem(String code, String field, String message) {
    problems.add(new Problem(code, field, message));
  }
}
