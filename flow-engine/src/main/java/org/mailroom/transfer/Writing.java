package org.mailroom.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.failure.Failure;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.transfer.model.Document;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.model.Stated;
import org.mailroom.transfer.seal.PassphraseSeal;

/** One attempt to apply a document: what it knows, and what it has found out. */
final class Writing {
  private final Document document;
  private final Optional<PassphraseSeal> seal;
  private final Mailboxes mailboxes;
  private final MailboxNames stored;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Stated, List<String>> notes = new HashMap<>();
  private MailboxNames names;

  Writing(
      Document document, Optional<PassphraseSeal> seal, Mailboxes mailboxes, MailboxNames stored) {
    this.document = document;
    this.seal = seal;
    this.mailboxes = mailboxes;
    this.stored = stored;
  }

  Optional<PassphraseSeal> seal() {
    return seal;
  }

  /** The mailbox of this name, as it was before anything was written. */
  Optional<MailboxView> stored(String name) {
    return stored.named(name);
  }

  /** The mailboxes, as they are once those of the document are written. */
  MailboxNames mailboxes() {
    if (names == null) {
      names = MailboxNames.of(mailboxes);
    }
    return names;
  }

  /**
   * The mailbox that an item names; empty if it names none, or one that is neither in the system
   * nor in the document, which is a problem.
   */
  Optional<MailboxId> mailbox(Stated stated, String field) {
    String name = stated.item().text(field);
    if (name == null) {
      return Optional.empty();
    }
    Optional<MailboxId> found = mailboxes().named(name).map(MailboxView::id);
    if (found.isEmpty()) {
      unknownMailbox(name, stated, field);
    }
    return found;
  }

  /** The addresses in a list; each text that is none is a problem. */
  List<EmailAddress> addresses(Stated stated, String field) {
    List<EmailAddress> addresses = new ArrayList<>();
    for (String text : Objects.requireNonNullElse(stated.item().texts(field), List.<String>of())) {
      EmailAddress.parse(text)
          .ifPresentOrElse(
              addresses::add, () -> problem(stated.problem("ADDRESS_SYNTAX", field, words(text))));
    }
    return addresses;
  }

  private static String words(String noAddress) {
    return "\"%s\" is no e-mail address.".formatted(noAddress);
  }

  /** A problem, unless the document states it: then it was refused, and has its own problem. */
  void unknownMailbox(String name, Stated stated, String field) {
    if (!document.states(Kind.MAILBOX, name)) {
      problem(
          stated.problem(
              "UNKNOWN_REFERENCE",
              field,
              "There is no mailbox \"%s\", here or in the document.".formatted(name)));
    }
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  void refused(Stated stated, Failure failure) {
    if (failure.problems().isEmpty()) {
      problem(stated.problem("REFUSED", failure.getMessage()));
    }
    failure.problems().forEach(p -> problem(stated.problem(p.code(), p.field(), p.message())));
  }

  void note(Stated stated, String words) {
    notes.computeIfAbsent(stated, s -> new ArrayList<>()).add(words);
  }

  List<String> notes(Stated stated) {
    return notes.getOrDefault(stated, List.of());
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
