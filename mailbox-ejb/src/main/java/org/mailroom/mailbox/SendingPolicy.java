package org.mailroom.mailbox;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How mail leaves an Output mailbox. What is left out is as usual.
 *
 * @param messagesAMinute at most so many by all nodes together; null for what its provider states
 * @param connections at most so many by all nodes together; null for what its provider states
 * @param afterLoss what happens to a message whose connection was lost after the final dot
 * @param giveUpAfterHours how long a message is tried
 * @param answerSeconds how long the server may think about a message
 */
public record SendingPolicy(
    Integer messagesAMinute,
    Integer connections,
    AfterLoss afterLoss,
    Integer giveUpAfterHours,
    Integer answerSeconds) {

  /** For a message that the server may have or not. */
  public enum AfterLoss {
    /** It is sent again with the same Message-ID. */
    RETRY,
    /** It waits for a person. */
    ASK
  }

  private static final int HOURS = 24;
  private static final int SECONDS = 180;

  public static final SendingPolicy USUAL = new SendingPolicy(null, null, null, null, null);

  public SendingPolicy {
    afterLoss = Objects.requireNonNullElse(afterLoss, AfterLoss.RETRY);
    giveUpAfterHours = Objects.requireNonNullElse(giveUpAfterHours, HOURS);
    answerSeconds = Objects.requireNonNullElse(answerSeconds, SECONDS);
  }

  public Duration giveUpAfter() {
    return Duration.ofHours(giveUpAfterHours);
  }

  /** How long the server may think about a message. */
  public Duration patience() {
    return Duration.ofSeconds(answerSeconds);
  }

  /** The limits that hold, its own before those of its provider. */
  public SendingLimits limits(Optional<Provider.Limits> provider) {
    return new SendingLimits(
        Optional.ofNullable(messagesAMinute).or(() -> provider.map(p -> p.messagesAMinute())),
        Optional.ofNullable(connections).or(() -> provider.map(p -> p.connections())));
  }
}
