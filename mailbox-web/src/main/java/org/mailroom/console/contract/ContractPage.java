package org.mailroom.console.contract;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.mailroom.console.Moments;
import org.mailroom.console.Notices;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.contract.ReleasedSender;
import org.mailroom.contract.ReleasedSenders;
import org.mailroom.routing.OutboxChoice;
import org.mailroom.routing.OutboxRouting;

/** The form of one contract, new or registered. */
@Named
@ViewScoped
public class ContractPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/contract/list?faces-redirect=true";

  @Inject Contracts contracts;
  @Inject ReleasedSenders released;
  @Inject OutboxRouting routing;
  @Inject Notices notices;
  @Inject Moments moments;

  private Long id;
  private ContractView contract;
  private ContractForm form;

  /** Shows the contract with the id of the address, or an empty form. */
  public void load() {
    if (id == null) {
      form = ContractForm.startingOn(moments.today());
    } else {
      contract = contracts.get(new ContractId(id));
      form = ContractForm.of(contract);
    }
  }

  public String save() {
    var saved =
        isNew()
            ? contracts.register(form.toDraft())
            : contracts.change(contract.id(), form.toDraft(), Optional.of(contract.version()));
    notices.done("contract.saved", saved.number());
    return LIST;
  }

  public String delete() {
    contracts.delete(contract.id());
    notices.done("contract.deleted", contract.number());
    return LIST;
  }

  /** Who was let in whatever the sender policy says. */
  public List<ReleasedSender> getReleased() {
    return released.of(contract.id());
  }

  public void withdraw(ReleasedSender sender) {
    released.withdraw(contract.id(), sender.address());
    notices.done("contract.released.withdrawn", sender.address().value());
  }

  /** How an e-mail element on Specific leaves, as the contract is saved now. */
  public String getSpecificRoute() {
    return routing.decide(contract.id(), OutboxChoice.SPECIFIC).explanation();
  }

  /** How an e-mail element on Default leaves. */
  public String getDefaultRoute() {
    return routing.decide(contract.id(), OutboxChoice.DEFAULT).explanation();
  }

  public boolean isNew() {
    return id == null;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public ContractView getContract() {
    return contract;
  }

  public ContractForm getForm() {
    return form;
  }
}
