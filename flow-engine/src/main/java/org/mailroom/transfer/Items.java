package org.mailroom.transfer;

import java.util.List;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.model.Stated;

/** The items of one kind: how they are read from the system and written to it. */
interface Items {
  Kind kind();

  /** What there is now, in the order to write it down. */
  List<Item> read(MailboxNames mailboxes);

  /** Clears the way for several items at once, where each alone would be refused. */
  default void prepare(List<Stated> all, Writing writing) {}

  /**
   * Makes the system have the item as it is stated. Problems that this finds itself it notes.
   *
   * @throws org.mailroom.failure.Failure if a service bean refuses it
   */
  void write(Stated stated, Writing writing);
}
