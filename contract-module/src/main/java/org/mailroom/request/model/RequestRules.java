package org.mailroom.request.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.contract.ContractView;
import org.mailroom.failure.Problem;
import org.mailroom.request.Contact;
import org.mailroom.request.OpenRequest;

/** Completes and judges what is to be opened. */
public final class RequestRules {
  static final int MAX_TITLE = 250;
  static final int MAX_NAME = 200;

  /** The origin of what came by mail. */
  public static final String MAIL = "mail";

  private static final String NO_SUBJECT = "(no subject)";

  private RequestRules() {}

  /**
   * The same, fit to be kept. Mail is taken as it comes: nobody is there to correct it, so its
   * title is made up or cut.
   */
  public static OpenRequest completed(OpenRequest wanted) {
    boolean mail = wanted.origin().equals(MAIL);
    String title = mail ? mailTitle(wanted.title()) : Wording.line(wanted.title());
    return new OpenRequest(
        wanted.contract(),
        title,
        Wording.text(wanted.description()),
        completed(wanted.contact(), mail),
        wanted.origin(),
        wanted.sourceMessageId(),
        wanted.refersTo(),
        wanted.classification(),
        wanted.copied(),
        wanted.attachments(),
        wanted.original());
  }

  private static String mailTitle(String subject) {
    String title = Wording.line(subject, MAX_TITLE);
    return title.isEmpty() ? NO_SUBJECT : title;
  }

  private static Contact completed(Contact contact, boolean mail) {
    if (contact == null) {
      return new Contact("", Optional.empty());
    }
    String name = Wording.line(contact.name(), mail ? MAX_NAME : Integer.MAX_VALUE);
    return new Contact(name, contact.email());
  }

  /** Every broken rule of a completed request. */
  public static List<Problem> problems(OpenRequest wanted, ContractView contract, LocalDate today) {
    return Stream.of(
            contract(contract, today), title(wanted.title()), contactName(wanted.contact().name()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Problem> contract(ContractView contract, LocalDate today) {
    return contract.runsOn(today)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "CONTRACT_NOT_RUNNING",
                "contract",
                "Contract %s does not run on %s: it must be active, and the day between its dates."
                    .formatted(contract.number(), today)));
  }

  private static Optional<Problem> title(String title) {
    return title.isEmpty()
        ? Optional.of(new Problem("TITLE_REQUIRED", "title", "Give the request a title."))
        : tooLong("TITLE_LENGTH", "title", title, MAX_TITLE);
  }

  private static Optional<Problem> contactName(String name) {
    return tooLong("CONTACT_LENGTH", "contact", name, MAX_NAME);
  }

  static Optional<Problem> tooLong(String code, String field, String text, int max) {
    return text.length() <= max
        ? Optional.empty()
        : Optional.of(
            new Problem(code, field, "The %s has at most %d characters.".formatted(field, max)));
  }
}
