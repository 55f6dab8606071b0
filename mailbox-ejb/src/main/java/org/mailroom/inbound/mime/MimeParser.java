package org.mailroom.inbound.mime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.IncomingMail.Attachment;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.mime.Addresses.Person;
import org.mailroom.inbound.model.TextWidth;
import org.mailroom.inbound.model.UnacceptableMail;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.RoundTripMark;

/** Reads a mail of whatever form. Stateless. */
public final class MimeParser {
  private static final int MAX_SUBJECT = 998;
  // servers that lie about a size aside, larger mail is not fetched at all
  private static final int MAX_BYTES = 64 << 20;
  private static final int MAX_HEADERS = 100;
  private static final int MAX_TEXT = 1_000_000;
  private static final String ROUND_TRIP =
      "It was sent only to see whether it arrives (round trip).";
  private static final String CUT = "\n\n[The rest is left out; the original mail has it all.]";

  private final Predicate<String> marks;

  /** Knows no marks of round trips. */
  public MimeParser() {
    this(mark -> false);
  }

  /**
   * @param marks tells marks of {@link RoundTripMark} from what others write there
   */
  public MimeParser(Predicate<String> marks) {
    this.marks = marks;
  }

  /**
   * @throws UnacceptableMail if the mail goes beyond a limit of size or depth
   */
  public IncomingMail parse(ReceivedId id, MailboxId mailbox, Instant receivedAt, byte[] raw) {
    if (raw.length > MAX_BYTES) {
      throw new UnacceptableMail("The mail has more than %d MB.".formatted(MAX_BYTES >> 20));
    }
    MimeEntity mail = MimeEntity.mail(raw);
    Headers headers = mail.headers();
    Senders senders = Senders.of(headers);
    Optional<Person> from = senders.sender();
    PartWalk walk = new PartWalk(mail);
    Body body = walk.body();
    Html html = Html.of(body.html());
    return new IncomingMail(
        id,
        mailbox,
        receivedAt,
        from.map(Person::address),
        from.map(Person::name).orElse(""),
        recipients(headers),
        CleanText.oneLine(headers.text("Subject"), MAX_SUBJECT),
        bounded(CleanText.lines(body.text().isBlank() ? html.text() : body.text())),
        html.sanitised(images(walk)),
        MessageIds.own(headers),
        MessageIds.thread(headers),
        roundTrip(headers).or(() -> Automatic.reason(mail)),
        walk.attachments(),
        Stream.concat(senders.remark().stream(), walk.remarks().stream()).toList());
  }

  /** By which names the HTML may show what came with it. */
  private static Set<String> images(PartWalk walk) {
    return walk.attachments().stream().map(Attachment::contentId).collect(Collectors.toSet());
  }

  private Optional<String> roundTrip(Headers headers) {
    return marks.test(headers.first(RoundTripMark.HEADER))
        ? Optional.of(ROUND_TRIP)
        : Optional.empty();
  }

  private static List<EmailAddress> recipients(Headers headers) {
    return Stream.of("To", "Cc")
        .map(headers::values)
        .flatMap(List::stream)
        .limit(MAX_HEADERS)
        .map(Addresses::in)
        .flatMap(List::stream)
        .map(Person::address)
        .distinct()
        .toList();
  }

  private static String bounded(String text) {
    return text.length() <= MAX_TEXT ? text : TextWidth.fit(text, MAX_TEXT) + CUT;
  }
}
