package org.mailroom.browser;

import java.nio.file.Path;
import java.util.Map;
import org.mailroom.deployed.MailHost;
import org.mailroom.deployed.RunningMailroom;

/**
 * Mailroom on an empty database, with a default outbox, and the mail servers of two customers it
 * does not know yet.
 */
final class EmptyDesk implements AutoCloseable {
  static final String SENDER = "desk@mailroom.example";
  static final String MAILBOX_PASSWORD = "s3cret-Of-A-Mailbox";

  /** A customer to be: its contract's number, its address and the server that address lives on. */
  record Customer(String contract, String client, String address, MailHost host) {
    Customer {
      host.account(address, MAILBOX_PASSWORD);
    }

    String output() {
      return client + " out";
    }

    String input() {
      return client + " in";
    }
  }

  final MailHost standard = new MailHost();
  final Customer xpto =
      new Customer("XPTO-1", "XPTO Company", "helpdesk@xpto.example", new MailHost());
  final Customer company2 =
      new Customer("C2-1", "Company2", "support@company2.example", new MailHost());
  final Customer trials = new Customer("T-1", "Trials", "desk@trials.example", new MailHost());
  final RunningMailroom mailroom;

  EmptyDesk(Path directory) {
    mailroom =
        RunningMailroom.in(
            directory,
            Map.of(
                "MAILROOM_MAIL_HOST",
                "127.0.0.1",
                "MAILROOM_MAIL_PORT",
                Integer.toString(standard.smtp()),
                "MAILROOM_MAIL_SECURITY",
                "NONE",
                "MAILROOM_MAIL_FROM",
                SENDER));
  }

  @Override
  public void close() {
    mailroom.close();
    standard.close();
    xpto.host().close();
    company2.host().close();
    trials.host().close();
  }
}
