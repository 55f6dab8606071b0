package org.mailroom.contract;

import java.util.List;

/** Port to the flows, which live above: which keys exist. Implemented by flow-engine. */
public interface FlowCatalog {
  /** The keys of the published flows, in order. */
  List<String> keys();
}
