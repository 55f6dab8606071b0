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
import org.mailroom.inbound.Parsed;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.mime.Addresses.Person;
import org.mailroom.inbound.model.MailLimits;
import org.mailroom.inbound.model.TextWidth;
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
  private final MailLimits limits;

  /** Knows no marks of round trips. */
  public MimeParser() {
    this(mark -> false, MailLimits.USUAL);
  }

  /**
   * @param marks tells marks of {@link RoundTripMark} from what others write there
   */
  public MimeParser(Predicate<String> marks, MailLimits limits) {
    this.marks = marks;
    this.limits = limits;
  }

  /** What can be made of the bytes of a mail, up to the limit that it goes beyond. */
  public Parsed read(ReceivedId id, MailboxId mailbox, Instant receivedAt, byte[] raw) {
    if (raw.length > MAX_BYTES) {
      return Parsed.refused("The mail has more than %d MB.".formatted(MAX_BYTES >> 20));
    }
    Bounds bounds = new Bounds(limits.parts());
    IncomingMail mail = read(id, mailbox, receivedAt, raw, bounds);
    return new Parsed(Optional.of(mail), bounds.passed().orElse(""));
  }

  private IncomingMail read(
      ReceivedId id, MailboxId mailbox, Instant receivedAt, byte[] raw, Bounds bounds) {
    MimeEntity mail = MimeEntity.mail(raw);
    Headers headers = mail.headers();
    Senders senders = Senders.of(headers);
    Optional<Person> from = senders.sender();
    PartWalk walk = new PartWalk(mail, bounds);
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
    return walk.attachments().stream()
        .map(Attachment::contentId)
        .filter(Predicate.not(String::isEmpty))
        .collect(Collectors.toSet());
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
