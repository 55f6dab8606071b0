package org.mailroom.api.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.api.query.Paging;
import org.mailroom.api.query.Parameter;
import org.mailroom.api.query.Version;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.outbox.MailFigures.Period;
import org.mailroom.outbox.OutboxFigures;
import org.mailroom.paging.Page;

/** Contracts over REST. */
@ApplicationScoped
@Path("v1/contracts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contracts")
public class ContractsResource {
  @EJB Contracts contracts;
  @Inject ContractForms forms;
  @EJB OutboxFigures figures;

  @GET
  @Operation(summary = "The contracts, by number")
  public Page<ContractAnswer> list(@BeanParam Paging paging) {
    return contracts.list(paging.text(), paging.slice()).map(ContractAnswer::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Registers a contract; a new client's name registers the client")
  public Response register(@RequestBody(ref = "Contract") Fields body, @Context UriInfo uri) {
    var contract = contracts.register(body.as(forms::read).draft());
    var place = uri.getAbsolutePathBuilder().path(contract.id().toString()).build();
    return tagged(Response.created(place), contract);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One contract")
  public Response get(@PathParam("id") long id) {
    return tagged(Response.ok(), contracts.get(new ContractId(id)));
  }

  @GET
  @Path("{id}/mail-figures")
  @Operation(summary = "How the mail of a contract fared within a period that ends now")
  public MailFiguresAnswer figures(@PathParam("id") long id, @QueryParam("period") String period) {
    ContractId contract = contracts.get(new ContractId(id)).id();
    Period wanted = Parameter.choice("period", period, Period.class).orElse(Period.DAY);
    return MailFiguresAnswer.of(wanted, figures.of(contract.toString(), wanted));
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Changes a contract as a whole")
  public Response change(
      @PathParam("id") long id,
      @RequestBody(ref = "Contract") Fields body,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    var form = body.as(forms::read);
    var version = Version.of(ifMatch, form.version());
    return tagged(Response.ok(), contracts.change(new ContractId(id), form.draft(), version));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Deletes a contract without requests")
  public void delete(@PathParam("id") long id) {
    contracts.delete(new ContractId(id));
  }

  private static Response tagged(Response.ResponseBuilder response, ContractView contract) {
    return response
        .entity(ContractAnswer.of(contract))
        .tag(Long.toString(contract.version()))
        .build();
  }
}
