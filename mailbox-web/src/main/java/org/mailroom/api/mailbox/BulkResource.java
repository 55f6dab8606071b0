package org.mailroom.api.mailbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.api.query.Paging;
import org.mailroom.api.query.Parameter;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.paging.Page;
import org.mailroom.watch.BulkRunId;
import org.mailroom.watch.BulkRuns;
import org.mailroom.watch.BulkState;

/** What is done to many mailboxes at once, over REST. */
@ApplicationScoped
@Path("v1/mailboxes/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bulk")
public class BulkResource {
  @EJB BulkRuns runs;
  @EJB Mailboxes mailboxes;
  @Inject MailboxFilters filters;

  @GET
  @Operation(summary = "The bulk runs that go on now")
  public List<BulkAnswer> running() {
    return runs.running().stream().map(BulkAnswer::of).toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Pauses, resumes or checks many mailboxes; answers before it has begun")
  public Response start(
      @BeanParam Paging paging,
      @BeanParam MailboxFilters.Parameters wanted,
      @RequestBody(ref = "Bulk") Fields body,
      @Context UriInfo uri) {
    var form = body.as(BulkForm::read);
    var chosen =
        form.matching()
            ? mailboxes.ids(filters.query(paging.text(), wanted))
            : form.mailboxes().stream().map(MailboxId::new).toList();
    var id = runs.start(form.action(), chosen);
    var place = uri.getAbsolutePathBuilder().path(id.toString()).build();
    return Response.accepted(get(id.value())).location(place).build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "How far a bulk run has come")
  public BulkAnswer get(@PathParam("id") long id) {
    return BulkAnswer.of(runs.get(new BulkRunId(id)));
  }

  @GET
  @Path("{id}/mailboxes")
  @Operation(summary = "What a bulk run did with each mailbox, by name")
  public Page<BulkAnswer.Item> items(
      @PathParam("id") long id, @BeanParam Paging paging, @QueryParam("state") String state) {
    var only = Parameter.choice("state", state, BulkState.class).orElse(null);
    return runs.items(new BulkRunId(id), only, paging.slice()).map(BulkAnswer.Item::of);
  }

  @POST
  @Path("{id}/stop")
  @Operation(summary = "Begins nothing more of a bulk run")
  public BulkAnswer stop(@PathParam("id") long id) {
    runs.stop(new BulkRunId(id));
    return get(id);
  }
}
