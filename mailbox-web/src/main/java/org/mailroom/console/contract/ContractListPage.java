package org.mailroom.console.contract;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailroom.console.Choices;
import org.mailroom.console.Notices;
import org.mailroom.console.PageModel;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.mailbox.MailboxView;

/** The list of contracts. */
@Named
@ViewScoped
public class ContractListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Contracts contracts;
  @Inject Choices choices;
  @Inject Notices notices;

  private final PageModel<ContractView> rows =
      new PageModel<>(slice -> contracts.list(getText(), slice));
  private Map<Long, String> outboxNames;
  private String text;

  /** The name of the contract's outbox; null if it has none. */
  public String outbox(ContractView contract) {
    return contract.outputMailbox().map(id -> outboxNames().get(id.value())).orElse(null);
  }

  private Map<Long, String> outboxNames() {
    if (outboxNames == null) {
      outboxNames =
          choices.getOutputMailboxes().stream()
              .collect(Collectors.toMap(box -> box.id().value(), MailboxView::name));
    }
    return outboxNames;
  }

  public void delete(ContractView contract) {
    contracts.delete(contract.id());
    notices.done("contract.deleted", contract.number());
  }

  public PageModel<ContractView> getRows() {
    return rows;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
