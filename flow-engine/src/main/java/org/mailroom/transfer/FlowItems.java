package org.mailroom.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.flow.FlowView;
import org.mailroom.flow.Flows;
import org.mailroom.flow.SavedFlow;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.model.PickedMailboxes;
import org.mailroom.transfer.model.Stated;

/** Flows, known by their keys; their diagrams name mailboxes by name here, not by id. */
@Dependent
class FlowItems implements Items {
  @EJB Flows flows;

  @Override
  public Kind kind() {
    return Kind.FLOW;
  }

  @Override
  public List<Item> read(MailboxNames mailboxes) {
    return flows.list().stream()
        .map(FlowView::key)
        .sorted(Comparator.naturalOrder())
        .map(key -> item(key, mailboxes))
        .toList();
  }

  private Item item(String key, MailboxNames mailboxes) {
    String diagram =
        PickedMailboxes.replace(
            flows.diagram(key, Optional.empty()),
            id -> id.matches("\\d{1,18}") ? mailboxes.nameOf(id(id)) : Optional.empty());
    return Item.of(Kind.FLOW, Map.of("key", key, "bpmn", diagram), 0);
  }

  private static MailboxId id(String digits) {
    return new MailboxId(Long.parseLong(digits));
  }

  @Override
  public void write(Stated stated, Writing writing) {
    Item item = stated.item();
    String diagram =
        PickedMailboxes.replace(
            item.text("bpmn"),
            name ->
                writing
                    .mailboxes()
                    .named(name)
                    .map(MailboxView::id)
                    .map(MailboxId::toString)
                    .or(() -> unknown(name, stated, writing)));
    SavedFlow saved = flows.save(diagram);
    if (!saved.key().equals(item.name())) {
      writing.problem(
          stated.problem(
              "FLOW_KEY",
              "bpmn",
              "The id of the process is %s, and the key %s; they must be the same."
                  .formatted(saved.key(), item.name())));
    }
  }

  private static Optional<String> unknown(String name, Stated stated, Writing writing) {
    writing.unknownMailbox(name, stated, "bpmn");
    return Optional.empty();
  }
}
