package org.mailroom.inbound;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.inbound.mime.HeaderReader;
import org.mailroom.inbound.model.Arrival;
import org.mailroom.inbound.model.Cursor;
import org.mailroom.inbound.model.Lease;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.SourceTrouble;

/** Fetches the mails of a batch and stores them, or their headers where they cannot be taken. */
final class BatchReader {
  /** A mail that failed so often by itself is given up. */
  static final int GIVE_UP_AFTER = 5;

  private static final System.Logger LOG = System.getLogger(BatchReader.class.getName());

  private final Shelf shelf;
  private final Lease lease;
  private final MailSource source;
  private final Cursor cursor;
  private final Map<String, Integer> stumbles;
  private final boolean leavesRefused;
  private String refusal;

  /**
   * @param stumbles the mail that failed before, and how often
   * @param leavesRefused whether mail that is refused is left on the server as it is
   */
  BatchReader(
      Shelf shelf,
      Lease lease,
      MailSource source,
      Cursor cursor,
      Map<String, Integer> stumbles,
      boolean leavesRefused) {
    this.shelf = shelf;
    this.lease = lease;
    this.source = source;
    this.cursor = cursor;
    this.stumbles = stumbles;
    this.leavesRefused = leavesRefused;
  }

  /** Why the last mail that was not taken whole was not; empty if all were. */
  Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** How often a mail failed by itself; empty for one that never failed. */
  Optional<Integer> stumbles(Listed mail) {
    return Optional.ofNullable(stumbles.get(mail.uid()));
  }

  /** Whether mail that arrived then is left out. */
  boolean leftOut(Optional<Instant> arrivedAt) {
    return arrivedAt.filter(cursor::leavesOut).isPresent();
  }

  /** What has been fetched of a batch, and what else is to be noted of it. */
  record Fetched(List<Arrival> arrivals, List<String> skipped, List<String> recovered) {}

  Fetched fetch(List<Listed> batch) {
    List<Listed> taken = new ArrayList<>(batch);
    taken.removeIf(mail -> cursor.scanning() && tooOld(mail));
    List<Arrival> arrivals = arrivals(taken);
    List<String> skipped =
        batch.stream().filter(mail -> !taken.contains(mail)).map(Listed::uid).toList();
    List<String> recovered = batch.stream().map(Listed::uid).filter(stumbles::containsKey).toList();
    return new Fetched(arrivals, skipped, recovered);
  }

  /**
   * @param position up to which all mail is stored then
   */
  Fetched store(Fetched batch, long position) {
    shelf.store(lease, batch.arrivals(), batch.skipped(), batch.recovered(), position);
    log(batch.arrivals().size(), batch.skipped().size());
    return batch;
  }

  private void log(int mails, int skipped) {
    LOG.log(
        Level.INFO,
        () ->
            "inbound.stored mailbox=%s mails=%d skipped=%d"
                .formatted(lease.mailbox(), mails, skipped));
  }

  /** Where listing tells no time of arrival, the mail itself is asked. */
  private boolean tooOld(Listed mail) {
    return mail.arrivedAt().isEmpty() && !givesUp(mail) && leftOut(source.arrival(mail));
  }

  private boolean givesUp(Listed mail) {
    return stumbles.getOrDefault(mail.uid(), 0) >= GIVE_UP_AFTER;
  }

  private List<Arrival> arrivals(List<Listed> taken) {
    List<Listed> whole =
        taken.stream().filter(mail -> !Batches.tooLarge(mail.size()) && !givesUp(mail)).toList();
    Map<String, byte[]> fetched = whole.isEmpty() ? Map.of() : bytes(whole);
    List<Listed> gone = new ArrayList<>(whole);
    gone.removeIf(mail -> fetched.containsKey(mail.uid()));
    return taken.stream()
        .filter(mail -> !gone.contains(mail))
        .map(mail -> arrival(mail, Optional.ofNullable(fetched.get(mail.uid()))))
        .toList();
  }

  private Map<String, byte[]> bytes(List<Listed> whole) {
    Listed first = whole.get(0);
    if (whole.size() > 1 || !stumbles.containsKey(first.uid())) {
      return source.fetch(whole);
    }
    Map<String, byte[]> fetched = new HashMap<>();
    source.fetch(first, Batches.MAX_MAIL + 1).ifPresent(raw -> fetched.put(first.uid(), raw));
    return fetched;
  }

  private Arrival arrival(Listed mail, Optional<byte[]> fetched) {
    // what a server says of a size need not be true
    return fetched
        .filter(raw -> !Batches.tooLarge(raw.length))
        .map(raw -> arrival(mail, raw, Optional.empty()))
        .orElseGet(() -> headerOnly(mail, fetched));
  }

  private Arrival headerOnly(Listed mail, Optional<byte[]> fetched) {
    long size = fetched.map(raw -> (long) raw.length).orElse(mail.size());
    String what =
        Batches.tooLarge(size)
            ? "The mail has more than %d MB, which is the most that is read."
                .formatted(Batches.MAX_MAIL >> 20)
            : "The mail could not be fetched and stored in several tries.";
    String where = leavesRefused ? " It is unread in the mailbox; only" : " Only";
    refusal = what + where + " its header is kept here.";
    return arrival(mail, header(mail), Optional.of(refusal));
  }

  private byte[] header(Listed mail) {
    // where not even the header can be stored, that there is a mail can
    boolean hopeless = stumbles.getOrDefault(mail.uid(), 0) > GIVE_UP_AFTER;
    try {
      return hopeless ? new byte[0] : source.header(mail);
    } catch (SourceTrouble e) {
      return new byte[0];
    }
  }

  private Arrival arrival(Listed mail, byte[] raw, Optional<String> refusal) {
    boolean untouched = refusal.isPresent() && leavesRefused;
    return new Arrival(mail, HeaderReader.read(raw), raw, refusal, untouched);
  }
}
