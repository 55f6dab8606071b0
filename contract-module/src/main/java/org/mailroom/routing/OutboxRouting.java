package org.mailroom.routing;

import jakarta.ejb.Stateless;
import org.mailroom.contract.ContractId;

/**
 * Decides by the contract of the request which outbox an e-mail element leaves through
 * (docs/routing.md).
 *
 * <p>Reads only; joins the caller's transaction. Stateless and thread-safe.
 */
@Stateless
public class OutboxRouting {
  public RoutingDecision decide(ContractId contract, OutboxChoice choice) {
    throw new UnsupportedOperationException();
  }
}
