package org.mailroom.api.mailbox;

import static java.util.stream.Collectors.toSet;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.api.query.Paging;
import org.mailroom.api.query.Version;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.inbound.ReaderView;
import org.mailroom.inbound.Readers;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.paging.Page;
import org.mailroom.watch.MailboxHealths;

/** Mailboxes over REST. */
@ApplicationScoped
@Path("v1/mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mailboxes")
public class MailboxesResource {
  @EJB Mailboxes mailboxes;
  @EJB Contracts contracts;
  @EJB ReceivedMails receivedMails;
  @EJB MailboxHealths healths;
  @EJB Readers readers;
  @Inject MailboxFilters filters;

  @GET
  @Operation(summary = "The mailboxes, by name unless sorted otherwise")
  public Page<MailboxAnswer> list(
      @BeanParam Paging paging, @BeanParam MailboxFilters.Parameters wanted) {
    var page = mailboxes.list(filters.query(paging.text(), wanted), paging.slice());
    var health = healths.ofEach(page.items());
    var ids = page.items().stream().map(MailboxView::id).collect(toSet());
    var using = contracts.using(ids);
    return page.map(
        mailbox ->
            MailboxAnswer.of(mailbox, naming(mailbox.id(), using), health.get(mailbox.id())));
  }

  private static List<ContractView> naming(MailboxId mailbox, List<ContractView> contracts) {
    return contracts.stream()
        .filter(
            contract ->
                contract.inputMailbox().filter(mailbox::equals).isPresent()
                    || contract.outputMailbox().filter(mailbox::equals).isPresent())
        .toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Registers a mailbox")
  public Response register(@RequestBody(ref = "Mailbox") Fields body, @Context UriInfo uri) {
    var mailbox = mailboxes.register(body.as(MailboxForm::read).draft());
    var place = uri.getAbsolutePathBuilder().path(mailbox.id().toString()).build();
    return tagged(Response.created(place), mailbox);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One mailbox")
  public Response get(@PathParam("id") long id) {
    return tagged(Response.ok(), mailboxes.get(new MailboxId(id)));
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Changes a mailbox as a whole; an absent password stays as it is")
  public Response change(
      @PathParam("id") long id,
      @RequestBody(ref = "Mailbox") Fields body,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    var form = body.as(MailboxForm::read);
    var version = Version.of(ifMatch, form.version());
    return tagged(Response.ok(), mailboxes.change(new MailboxId(id), form.draft(), version));
  }

  @GET
  @Path("{id}/health")
  @Operation(summary = "How a mailbox fares")
  public MailboxHealthAnswer health(@PathParam("id") long id) {
    return MailboxHealthAnswer.of(healths.of(new MailboxId(id)));
  }

  @GET
  @Path("{id}/reader")
  @Operation(summary = "What the reader of an Input mailbox does now")
  public ReaderView reader(@PathParam("id") long id) {
    return readers.of(new MailboxId(id));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Deletes a mailbox that nothing names")
  public void delete(@PathParam("id") long id) {
    mailboxes.delete(new MailboxId(id));
  }

  @POST
  @Path("{id}/pause")
  @Operation(summary = "Stops reading or sending; queued mail waits")
  public Response pause(@PathParam("id") long id) {
    mailboxes.pause(new MailboxId(id));
    return get(id);
  }

  @POST
  @Path("{id}/resume")
  @Operation(summary = "Reads or sends again, and forgets past failures")
  public Response resume(@PathParam("id") long id) {
    mailboxes.resume(new MailboxId(id));
    return get(id);
  }

  @POST
  @Path("{id}/default")
  @Operation(summary = "Makes an Output mailbox the system's default outbox")
  public Response makeDefault(@PathParam("id") long id) {
    mailboxes.makeDefault(new MailboxId(id));
    return get(id);
  }

  @POST
  @Path("{id}/read")
  @Operation(summary = "Reads an Input mailbox now; answers before it has finished")
  public Response read(@PathParam("id") long id) {
    var mailbox = mailboxes.get(new MailboxId(id));
    if (mailbox.type() == MailboxType.OUTPUT) {
      throw new NothingToRead(mailbox);
    }
    receivedMails.readNow(mailbox.id());
    return Response.accepted().build();
  }

  private Response tagged(Response.ResponseBuilder response, MailboxView mailbox) {
    return response.entity(answer(mailbox)).tag(Long.toString(mailbox.version())).build();
  }

  private MailboxAnswer answer(MailboxView mailbox) {
    return MailboxAnswer.of(
        mailbox, contracts.using(mailbox.id()), healths.ofEach(List.of(mailbox)).get(mailbox.id()));
  }
}
