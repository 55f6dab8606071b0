package org.mailroom.delivery;

import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.outbox.Lane;
import org.mailroom.switches.SwitchWatch;

/** A transport of which each message obeys the switches over all mail, also in a running batch. */
final class SwitchedTransport implements MailTransport {
  private final MailTransport transport;
  private final SwitchWatch switches;

  SwitchedTransport(MailTransport transport, SwitchWatch switches) {
    this.transport = transport;
    this.switches = switches;
  }

  @Override
  public void send(Lane lane, Account account, Batch batch) {
    transport.send(lane, account, new SwitchedBatch(batch, switches));
  }

  @Override
  public void tidy() {
    transport.tidy();
  }

  @Override
  public void close() {
    transport.close();
  }
}
