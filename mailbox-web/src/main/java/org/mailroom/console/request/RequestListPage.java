package org.mailroom.console.request;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.mailroom.console.PageModel;
import org.mailroom.contract.ContractId;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.request.RequestQuery;
import org.mailroom.request.RequestView;
import org.mailroom.request.ServiceRequests;
import org.mailroom.request.Situation;

/** The list of service requests. */
@Named
@ViewScoped
public class RequestListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject ServiceRequests requests;

  private final PageModel<RequestView> rows = new PageModel<>(this::rows);
  private String text;
  private Long contract;
  private Situation situation;

  private Page<RequestView> rows(Slice slice) {
    var contractId = Optional.ofNullable(contract).map(ContractId::new);
    return requests.list(new RequestQuery(text, contractId, Optional.ofNullable(situation)), slice);
  }

  public PageModel<RequestView> getRows() {
    return rows;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Long getContract() {
    return contract;
  }

  public void setContract(Long contract) {
    this.contract = contract;
  }

  public Situation getSituation() {
    return situation;
  }

  public void setSituation(Situation situation) {
    this.situation = situation;
  }
}
