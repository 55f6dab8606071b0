package org.mailroom.inbound.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An open connection to the folder of one mailbox. Reading leaves no trace on the server; only
 * {@link #markRead} does. Every method throws {@link SourceTrouble}. For one thread.
 */
public interface MailSource extends AutoCloseable {
  Place place();

  /** The mail after a position, oldest first; all mail where the server keeps no order. */
  List<Listed> list(long afterPosition);

  /** When a mail arrived, if it can be known; may ask the server. */
  Optional<Instant> arrival(Listed mail);

  /** The mails' bytes by uid; mail that is gone from the server is missing. */
  Map<String, byte[]> fetch(List<Listed> mails);

  /** The header of a mail alone; empty if it cannot be had. */
  byte[] header(Listed mail);

  /** Marks mail as read, where the server knows such a mark and allows it. */
  void markRead(List<String> uids);

  /** Never throws. */
  @Override
  void close();
}
