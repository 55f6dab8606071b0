package org.mailroom.mailbox.check;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.RoundTrip;
import org.mailroom.mailbox.RoundTripMark;

/** Sends a marked message by one mailbox, waits for it in another, and removes it there. */
final class ProbeTrip {
  // RFC 1939 sessions cost the server more than a question over IMAP
  private static final Duration IMAP_PAUSE = Duration.ofMillis(500);
  private static final Duration POP3_PAUSE = Duration.ofSeconds(2);

  private final Visit input;
  private final Visit output;
  private final TrialMessage message;
  private final EmailAddress to;
  private final Duration patience;
  private final Arrival arrival;
  private long sentAt;
  private Long millis;

  /**
   * @param mark of {@link RoundTripMark}
   * @param patience how long the message may take
   */
  ProbeTrip(
      Visit input,
      Visit output,
      TrialMessage message,
      EmailAddress to,
      String mark,
      Duration patience)
      throws MessagingException {
    this.input = input;
    this.output = output;
    this.message = message;
    this.to = to;
    this.patience = patience;
    message.setHeader(RoundTripMark.HEADER, mark);
    arrival =
        input.account().protocol() == Protocol.IMAP
            ? new ImapArrival(input, mark)
            : new Pop3Arrival(input, mark);
  }

  RoundTrip run() {
    try (arrival) {
      Inbox inbox = new Inbox(input);
      input.knock().enter().take("folder", inbox::folder).take("wait", this::begin);
      if (input.failed()) {
        return RoundTrip.failedAtInput(input.report());
      }
      Posting posting = new Posting(output);
      output.knock().enter().take("sender", posting::sender).take("message", () -> send(posting));
      if (!output.failed()) {
        input.take("arrival", patience.plusSeconds(10), this::arrive);
        input.take("removal", arrival::remove);
      }
      boolean ok = !output.failed() && !input.failed();
      return new RoundTrip(ok, millis, output.report(), input.report());
    }
  }

  private Seen begin() throws MessagingException, StepFailed {
    arrival.begin();
    return Seen.of(CheckCode.READY);
  }

  private Seen send(Posting posting) throws MessagingException, StepFailed {
    Seen seen = posting.send(message, to);
    sentAt = System.nanoTime();
    return seen;
  }

  private Seen arrive() throws MessagingException, IOException, StepFailed {
    Duration pause = input.account().protocol() == Protocol.IMAP ? IMAP_PAUSE : POP3_PAUSE;
    while (!arrival.isThere()) {
      if (millisSinceSent() + pause.toMillis() > patience.toMillis()) {
        throw new StepFailed(
            CheckCode.NOT_ARRIVED,
            input.account().folder(),
            patience.toSeconds(),
            message.getSubject());
      }
      LockSupport.parkNanos(pause.toNanos());
    }
    millis = millisSinceSent();
    return Seen.of(CheckCode.ARRIVED, "%d.%d".formatted(millis / 1000, millis % 1000 / 100));
  }

  private long millisSinceSent() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sentAt);
  }
}
