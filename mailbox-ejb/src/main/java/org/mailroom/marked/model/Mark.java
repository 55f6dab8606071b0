package org.mailroom.marked.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.marked.MarkedAddress;

/** One marked address. Never changed. */
@Entity
@Table(name = "marked_address")
public class Mark {
  private static final int MAX_WORDS = 500;

  @Id private String address;

  @Column(name = "marked_at")
  private Instant since;

  private String words;
  private long message;

  protected Mark() {}

  public Mark(MarkedAddress marked) {
    address = key(marked.address());
    since = marked.since();
    words = marked.words().substring(0, Math.min(MAX_WORDS, marked.words().length()));
    message = marked.message();
  }

  /** How an address is kept: the part before the @ may differ by case, and in life never does. */
  public static String key(EmailAddress address) {
    return address.value().toLowerCase(Locale.ROOT);
  }

  public MarkedAddress view() {
    return new MarkedAddress(new EmailAddress(address), since, words, message);
  }

  @Override
  public String toString() {
    return "%s since %s for message %d: %s".formatted(address, since, message, words);
  }
}
