package org.mailroom.api.routing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.reference.ContractReferences;
import org.mailroom.flow.Flows;
import org.mailroom.routing.OutboxRouting;

/** Routing decisions over REST. */
@ApplicationScoped
@Path("v1/routing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "routing")
public class RoutingResource {
  @Inject ContractReferences contracts;
  @EJB Flows flows;
  @EJB OutboxRouting routing;

  @GET
  @Operation(summary = "By which outbox an e-mail element would leave under a contract, and why")
  public RoutingAnswer decide(@BeanParam RoutingQuestion asked) {
    var question = asked.complete();
    var contract = contracts.get(question.contract);
    var choice = flows.outboxOf(question.flow, question.element);
    return RoutingAnswer.of(routing.decide(contract, choice));
  }
}
