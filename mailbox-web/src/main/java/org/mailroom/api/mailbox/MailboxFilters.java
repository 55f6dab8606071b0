package org.mailroom.api.mailbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.api.query.Parameter;
import org.mailroom.api.reference.ContractReferences;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxOrder;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.watch.MailboxAlerts;

/** Reads which mailboxes a list shall show, or a bulk run be about. */
@ApplicationScoped
class MailboxFilters {
  /** As the caller states them. */
  public static class Parameters {
    @QueryParam("type")
    String type;

    @QueryParam("status")
    String status;

    @QueryParam("active")
    String active;

    @QueryParam("trouble")
    String trouble;

    @QueryParam("used")
    String used;

    @QueryParam("unverified")
    String unverified;

    @QueryParam("contract")
    String contract;

    @QueryParam("attention")
    String attention;

    @QueryParam("sort")
    String sort;
  }

  @Inject ContractReferences references;
  @EJB Contracts contracts;
  @EJB MailboxAlerts alerts;

  MailboxQuery query(String text, Parameters wanted) {
    return new MailboxQuery(
        text,
        Parameter.choice("type", wanted.type, MailboxType.class).orElse(null),
        Parameter.choice("status", wanted.status, MailboxStatus.class).orElse(null),
        Parameter.flag("active", wanted.active).orElse(null),
        Parameter.choice("trouble", wanted.trouble, Trouble.class).orElse(null),
        Parameter.flag("used", wanted.used).orElse(null),
        Parameter.flag("unverified", wanted.unverified).orElse(null),
        among(wanted).orElse(null),
        order(wanted.sort));
  }

  private Optional<Set<MailboxId>> among(Parameters wanted) {
    Optional<Set<MailboxId>> ofContract = Parameter.text(wanted.contract).map(this::mailboxesOf);
    if (!Parameter.flag("attention", wanted.attention).orElse(false)) {
      return ofContract;
    }
    Set<MailboxId> among = new HashSet<>(alerts.mailboxes());
    ofContract.ifPresent(among::retainAll);
    return Optional.of(among);
  }

  private Set<MailboxId> mailboxesOf(String contract) {
    ContractView view = contracts.get(references.get(contract));
    Set<MailboxId> mailboxes = new HashSet<>();
    Stream.of(view.inputMailbox(), view.outputMailbox())
        .flatMap(Optional::stream)
        .forEach(mailboxes::add);
    return mailboxes;
  }

  /** {@code name} sorts upwards, {@code -name} downwards. */
  private static MailboxOrder order(String sort) {
    String column = Parameter.text(sort).orElse("NAME");
    boolean descending = column.startsWith("-");
    return new MailboxOrder(
        Parameter.choice(
                "sort", descending ? column.substring(1) : column, MailboxOrder.Column.class)
            .orElse(MailboxOrder.Column.NAME),
        descending);
  }
}
