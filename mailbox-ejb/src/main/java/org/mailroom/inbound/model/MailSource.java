package org.mailroom.inbound.model;

import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.mailbox.AfterReading.Step;

/**
 * An open connection to the folder of one mailbox. Reading leaves no trace on the server; only
 * {@link #act} does. Every method throws {@link SourceTrouble}. For one thread.
 */
public interface MailSource extends AutoCloseable {
  Place place();

  /** Whether the numbers up to this position, which it has given out, are given out again. */
  boolean beginsAnew(long position);

  /**
   * The mail after a position, oldest first, at most some thousands; all mail where the server
   * keeps no order.
   */
  List<Listed> list(long afterPosition);

  /** When a mail arrived, if it can be known; may ask the server. */
  Optional<Instant> arrival(Listed mail);

  /** The mails' bytes by uid; mail that is gone from the server is missing. */
  Map<String, byte[]> fetch(List<Listed> mails);

  /**
   * The same for one mail that failed before; of one that is larger than its server says only the
   * beginning.
   *
   * @param most its length at most
   */
  Optional<byte[]> fetch(Listed mail, long most);

  /** The header of a mail alone; empty if it cannot be had. */
  byte[] header(Listed mail);

  /**
   * Does to mail what is to be done on the server; mail that is gone is no trouble.
   *
   * @return those it is done with for good. What a server does at the end of a session only is to
   *     be asked for again in the next one.
   */
  List<String> act(Step step, List<String> uids);

  /**
   * Begins to wait for news, if server and connection can; until {@link #wake} nothing else may be
   * asked.
   */
  Optional<Idle> idle();

  /**
   * A connection that waits.
   *
   * @param channel has something to read when there may be news, or when the connection has ended
   * @param news whether there may be some already
   */
  record Idle(SocketChannel channel, boolean news) {}

  /** Ends waiting. */
  void wake();

  /** Never throws. */
  @Override
  void close();
}
