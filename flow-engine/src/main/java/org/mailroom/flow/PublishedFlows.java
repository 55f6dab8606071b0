package org.mailroom.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mailroom.contract.FlowCatalog;
import org.mailroom.flow.jpa.FlowStore;

/** Tells contracts which flows there are. */
@ApplicationScoped
class PublishedFlows implements FlowCatalog {
  @Inject FlowStore store;

  @Override
  public List<String> keys() {
    return store.keys();
  }
}
