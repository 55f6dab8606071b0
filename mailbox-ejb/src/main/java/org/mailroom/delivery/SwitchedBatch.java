package org.mailroom.delivery;

import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.outbox.DeliveryResult;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.switches.SwitchWatch;
import org.mailroom.switches.Switched;

/**
 * Asks the switches before each message goes on the wire: nothing more goes once all mail is off,
 * and what is diverted goes to that one address. How that ends counts for all its recipients.
 */
final class SwitchedBatch implements MailTransport.Batch {
  private static final System.Logger LOG = System.getLogger(SwitchedBatch.class.getName());

  private final MailTransport.Batch batch;
  private final SwitchWatch switches;
  private final Map<OutboxMessageId, Diverted> diverted = new HashMap<>();

  /** A message on its way to another address than its recipients'. */
  private record Diverted(Leased original, String to) {}

  SwitchedBatch(MailTransport.Batch batch, SwitchWatch switches) {
    this.batch = batch;
    this.switches = switches;
  }

  @Override
  public Optional<Leased> next() {
    return switched().filter(now -> !now.isOff()).flatMap(this::next);
  }

  // what cannot be known is as good as off: the message is given back
  private Optional<Switched> switched() {
    try {
      return Optional.of(switches.now());
    } catch (RuntimeException unknown) {
      LOG.log(
          Level.ERROR, "The switches over all mail could not be read; nothing is sent.", unknown);
      return Optional.empty();
    }
  }

  private Optional<Leased> next(Switched now) {
    return batch
        .next()
        .map(
            message ->
                now.divertedTo()
                    .map(EmailAddress::value)
                    .or(message::divertedTo)
                    .map(to -> divert(message, to))
                    .orElse(message));
  }

  private Leased divert(Leased message, String to) {
    diverted.put(message.id(), new Diverted(message, to));
    return message.to(List.of(to));
  }

  @Override
  public void ended(Leased message, Transmission transmission) {
    Optional.ofNullable(diverted.remove(message.id()))
        .ifPresentOrElse(
            it -> batch.ended(it.original(), restored(it, transmission)),
            () -> batch.ended(message, transmission));
  }

  private static Transmission restored(Diverted it, Transmission sent) {
    Map<String, DeliveryResult> results = new LinkedHashMap<>();
    Optional.ofNullable(sent.results().get(it.to()))
        .map(result -> result.inWords(words(it, result)))
        .ifPresent(result -> it.original().recipients().forEach(r -> results.put(r, result)));
    return new Transmission(results, sent.trouble(), Optional.of(it.to()));
  }

  private static String words(Diverted it, DeliveryResult result) {
    String went = result instanceof DeliveryResult.Accepted ? "Went to" : "For";
    String recipients = String.join(", ", it.original().recipients());
    return "%s %s instead of %s: %s".formatted(went, it.to(), recipients, result.words());
  }
}
