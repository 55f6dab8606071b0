package org.mailroom.flow.email;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.OccurrenceView;
import org.mailroom.request.RequestView;

/**
 * The received mail that an e-mail only answers: nobody of the desk has done anything since.
 *
 * @param cause which mail of which request it is
 */
record AnsweredMail(EmailAddress sender, String cause) {
  private static final String MAIL = "mail";
  private static final String NOBODY = "system";

  /**
   * Empty if a person has a hand in it.
   *
   * @param told its occurrences, asked for only where a mail opened it
   */
  static Optional<AnsweredMail> of(RequestView request, Supplier<List<OccurrenceView>> told) {
    boolean byMail = request.origin().equals(MAIL) && NOBODY.equals(request.openedBy());
    return byMail ? of(request, told.get()) : Optional.empty();
  }

  private static Optional<AnsweredMail> of(RequestView request, List<OccurrenceView> told) {
    long mails = told.stream().filter(AnsweredMail::isMail).count();
    return told.stream().skip(afterLastMail(told)).noneMatch(AnsweredMail::isByPerson)
        ? request
            .contact()
            .email()
            .map(sender -> new AnsweredMail(sender, request.number() + "/" + mails))
        : Optional.empty();
  }

  private static int afterLastMail(List<OccurrenceView> told) {
    int at = told.size();
    while (at > 0 && !isMail(told.get(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isMail(OccurrenceView said) {
    return said.origin().equals(MAIL);
  }

  private static boolean isByPerson(OccurrenceView said) {
    return !said.by().equals(NOBODY);
  }
}
