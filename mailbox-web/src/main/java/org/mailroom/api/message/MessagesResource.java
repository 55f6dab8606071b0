package org.mailroom.api.message;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.api.query.Download;
import org.mailroom.api.query.Paging;
import org.mailroom.outbox.BulkChange;
import org.mailroom.outbox.BulkResult;
import org.mailroom.outbox.MessageEvent;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxBulk;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.paging.Page;

/** Outgoing messages over REST. */
@ApplicationScoped
@Path("v1/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
public class MessagesResource {
  @EJB Outbox outbox;
  @EJB OutboxBulk bulk;
  @Inject MessageFilters filters;
  @Inject OtherRoutes otherRoutes;

  @GET
  @Operation(summary = "Outgoing messages, newest first")
  public Page<MessageAnswer> list(
      @BeanParam Paging paging, @BeanParam MessageFilters.Parameters wanted) {
    return outbox.list(filters.query(wanted), paging.slice()).map(MessageAnswer::of);
  }

  @POST
  @Path("bulk")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Does one thing to many messages, and tells what became of each")
  public BulkAnswer bulk(
      @BeanParam MessageFilters.Parameters wanted,
      @RequestBody(ref = "MessageBulk") Fields body,
      @Context SecurityContext caller) {
    BulkForm form = body.as(in -> BulkForm.read(in, otherRoutes::read));
    BulkChange change = form.change(heldBy(caller));
    BulkResult result =
        form.messages()
            .map(ids -> bulk.change(change, ids))
            .orElseGet(() -> bulk.changeMatching(change, filters.query(wanted)));
    return BulkAnswer.of(change.action(), result);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One outgoing message")
  public MessageAnswer get(@PathParam("id") long id) {
    return MessageAnswer.of(outbox.get(new OutboxMessageId(id)));
  }

  @GET
  @Path("{id}/raw")
  @Produces(Download.MAIL)
  @Operation(summary = "The message as it is or was sent (RFC 5322)")
  public Response raw(@PathParam("id") long id) {
    return Download.mail(outbox.raw(new OutboxMessageId(id)), "message-" + id);
  }

  @GET
  @Path("{id}/history")
  @Operation(summary = "What happened to the message so far, oldest first")
  public List<MessageEvent> history(@PathParam("id") long id) {
    return outbox.history(new OutboxMessageId(id));
  }

  @POST
  @Path("{id}/retry")
  @Operation(summary = "Tries a message again now")
  public MessageAnswer retry(@PathParam("id") long id) {
    outbox.retry(new OutboxMessageId(id));
    return get(id);
  }

  @POST
  @Path("{id}/cancel")
  @Operation(summary = "Never sends a message that waits")
  public MessageAnswer cancel(@PathParam("id") long id) {
    outbox.cancel(new OutboxMessageId(id));
    return get(id);
  }

  @POST
  @Path("{id}/hold")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Lets a message wait until it is released")
  public MessageAnswer hold(
      @PathParam("id") long id,
      @RequestBody(ref = "Hold") Fields body,
      @Context SecurityContext caller) {
    String reason = body.as(in -> in.text("reason"));
    outbox.hold(new OutboxMessageId(id), reason == null ? heldBy(caller) : reason);
    return get(id);
  }

  @POST
  @Path("{id}/release")
  @Operation(summary = "Lets a held message go on")
  public MessageAnswer release(@PathParam("id") long id) {
    outbox.release(new OutboxMessageId(id));
    return get(id);
  }

  @POST
  @Path("{id}/reroute")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Sends a waiting or failed message by another outbox, with its From")
  public MessageAnswer reroute(
      @PathParam("id") long id, @RequestBody(ref = "Reroute") Fields body) {
    outbox.reroute(new OutboxMessageId(id), body.as(otherRoutes::read));
    return get(id);
  }

  private static String heldBy(SecurityContext caller) {
    return "Held by %s.".formatted(caller.getUserPrincipal().getName());
  }
}
