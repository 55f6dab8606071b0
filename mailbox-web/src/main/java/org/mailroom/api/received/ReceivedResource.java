package org.mailroom.api.received;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.query.Download;
import org.mailroom.api.query.Paging;
import org.mailroom.api.query.Parameter;
import org.mailroom.api.reference.MailboxReferences;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.inbound.ReceivedQuery;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.paging.Page;

/** Received mail over REST. */
@ApplicationScoped
@Path("v1/received")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "received")
public class ReceivedResource {
  @EJB ReceivedMails receivedMails;
  @Inject MailboxReferences mailboxes;

  @GET
  @Operation(summary = "Every mail that was read, newest first, and what became of it")
  public Page<ReceivedAnswer> list(
      @BeanParam Paging paging,
      @QueryParam("state") String state,
      @QueryParam("mailbox") String mailbox,
      @QueryParam("request") String request) {
    var query =
        new ReceivedQuery(
            Parameter.choice("state", state, ReceivedState.class),
            Parameter.text(mailbox).map(name -> mailboxes.get(name, MailboxType.INPUT)),
            Parameter.text(request));
    return receivedMails.list(query, paging.slice()).map(ReceivedAnswer::of);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One received mail")
  public ReceivedAnswer get(@PathParam("id") long id) {
    return ReceivedAnswer.of(receivedMails.get(new ReceivedId(id)));
  }

  @GET
  @Path("{id}/content")
  @Operation(summary = "What is in the mail: headers, text and the names of its files")
  public ContentAnswer content(@PathParam("id") long id) {
    ReceivedId mail = new ReceivedId(id);
    return ContentAnswer.of(receivedMails.headers(mail), receivedMails.parsed(mail));
  }

  @GET
  @Path("{id}/raw")
  @Produces(Download.MAIL)
  @Operation(summary = "The mail as it came (RFC 5322)")
  public Response raw(@PathParam("id") long id) {
    return Download.mail(receivedMails.raw(new ReceivedId(id)), "received-" + id);
  }

  @POST
  @Path("{id}/retry")
  @Operation(summary = "Decides an ignored or quarantined mail anew")
  public ReceivedAnswer retry(@PathParam("id") long id) {
    receivedMails.runAgain(new ReceivedId(id));
    return get(id);
  }
}
