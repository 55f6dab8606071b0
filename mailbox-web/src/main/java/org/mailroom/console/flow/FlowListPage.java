package org.mailroom.console.flow;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mailroom.console.Notices;
import org.mailroom.flow.FlowView;
import org.mailroom.flow.Flows;

/** The list of flows. */
@Named
@ViewScoped
public class FlowListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Flows flows;
  @Inject Notices notices;

  private transient List<FlowView> rows;

  public List<FlowView> getRows() {
    if (rows == null) {
      rows = flows.list();
    }
    return rows;
  }

  public void delete(FlowView flow) {
    flows.delete(flow.key());
    rows = null;
    notices.done("flow.deleted", flow.name());
  }
}
