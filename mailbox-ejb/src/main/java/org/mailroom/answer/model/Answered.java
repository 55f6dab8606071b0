package org.mailroom.answer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.mailbox.EmailAddress;

/** The latest answers to one sender. Changed only while its row is locked. */
@Entity
@Table(name = "answered_sender")
public class Answered {
  private static final int MAX_SUBJECT = 1000;

  @Id private String address;

  // in milliseconds, oldest first, separated by spaces: never more than are allowed
  private String moments = "";

  private String subject = "";
  private String cause = "";

  @Column(name = "answered_at")
  private Instant last = Instant.EPOCH;

  protected Answered() {}

  public Answered(EmailAddress sender) {
    address = key(sender);
  }

  /** How an address is kept: upper and lower case are the same. */
  public static String key(EmailAddress sender) {
    return sender.value().toLowerCase(Locale.ROOT);
  }

  /** Why another answer must wait; empty if it may leave. */
  public Optional<String> refusal(
      String nextCause, String nextSubject, Instant now, AnswerAllowance allowed) {
    List<Long> recent = recent(now, allowed);
    if (recent.size() >= allowed.most()) {
      return Optional.of(
          ("Mail of %s has caused %d messages to it in %d minutes, as when two robots answer each"
                  + " other. Release this one if a person waits for it.")
              .formatted(address, recent.size(), allowed.window().toMinutes()));
    }
    boolean again = !recent.isEmpty() && subject.equalsIgnoreCase(cut(nextSubject));
    return again && !cause.equals(nextCause)
        ? Optional.of(
            ("The last message that mail of %s caused to it had the same subject, as when two"
                    + " robots answer each other. Release this one if a person waits for it.")
                .formatted(address))
        : Optional.empty();
  }

  /** One has left. */
  public void note(String nextCause, String nextSubject, Instant now, AnswerAllowance allowed) {
    moments =
        Stream.concat(recent(now, allowed).stream(), Stream.of(now.toEpochMilli()))
            .map(String::valueOf)
            .collect(Collectors.joining(" "));
    subject = cut(nextSubject);
    cause = nextCause;
    last = now;
  }

  private List<Long> recent(Instant now, AnswerAllowance allowed) {
    long from = now.minus(allowed.window()).toEpochMilli();
    return Stream.of(moments.split(" ", -1))
        .filter(moment -> !moment.isEmpty())
        .map(Long::valueOf)
        .filter(moment -> moment > from)
        .toList();
  }

  private static String cut(String text) {
    return text.strip().substring(0, Math.min(MAX_SUBJECT, text.strip().length()));
  }

  @Override
  public String toString() {
    return "%s answered at %s for %s: %s".formatted(address, moments, cause, subject);
  }
}
