package org.mailroom.api.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.problem.BadCall;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ReleasedSender;
import org.mailroom.contract.ReleasedSenders;
import org.mailroom.mailbox.EmailAddress;

/** The released senders of a contract over REST. */
@ApplicationScoped
@Path("v1/contracts/{id}/senders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contracts")
public class SendersResource {
  @EJB ReleasedSenders released;

  /** A released sender in JSON. */
  public record Answer(String address, Instant releasedAt, String releasedBy) {
    static Answer of(ReleasedSender sender) {
      return new Answer(sender.address().value(), sender.releasedAt(), sender.releasedBy());
    }
  }

  @GET
  @Operation(summary = "The senders that were let in, whatever the contract's sender policy")
  public List<Answer> list(@PathParam("id") long id) {
    return released.of(new ContractId(id)).stream().map(Answer::of).toList();
  }

  @PUT
  @Path("{address}")
  @Operation(summary = "Lets a sender in")
  public void release(@PathParam("id") long id, @PathParam("address") String address) {
    released.release(new ContractId(id), sender(address));
  }

  @DELETE
  @Path("{address}")
  @Operation(summary = "Leaves a sender to the contract's policy again")
  public void withdraw(@PathParam("id") long id, @PathParam("address") String address) {
    released.withdraw(new ContractId(id), sender(address));
  }

  private static EmailAddress sender(String address) {
    return EmailAddress.parse(address)
        .orElseThrow(
            () -> BadCall.of("ADDRESS", "address", "This is no e-mail address: " + address));
  }
}
