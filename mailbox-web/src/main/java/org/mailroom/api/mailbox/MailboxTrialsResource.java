package org.mailroom.api.mailbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.mailbox.CheckReport;
import org.mailroom.mailbox.InboxPreview;
import org.mailroom.mailbox.MailFolders;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxTrials;
import org.mailroom.mailbox.RoundTrip;

/** Mailboxes tried over REST, saved or not. */
@ApplicationScoped
@Path("v1/mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mailboxes")
public class MailboxTrialsResource {
  @EJB MailboxTrials trials;

  @POST
  @Path("check")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tries settings step by step; saves nothing")
  public CheckReport check(@RequestBody(ref = "Trial") Fields body) {
    return trials.check(body.as(MailboxForm::read).trial());
  }

  @POST
  @Path("send-test")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Sends one message with the settings of an Output mailbox")
  public CheckReport sendTest(@RequestBody(ref = "SendTest") Fields body) {
    var form = body.as(SendTestForm::read);
    return trials.sendTest(form.mailbox().trial(), form.to());
  }

  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Counts an inbox and lists its newest mail; touches nothing")
  public InboxPreview preview(@RequestBody(ref = "Trial") Fields body) {
    return trials.preview(body.as(MailboxForm::read).trial());
  }

  @POST
  @Path("folders")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Lists the folders that an Input mailbox may name")
  public MailFolders folders(@RequestBody(ref = "Trial") Fields body) {
    return trials.folders(body.as(MailboxForm::read).trial());
  }

  @POST
  @Path("round-trip")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Sends a message by one mailbox, finds it in another, and removes it")
  public RoundTrip roundTrip(@RequestBody(ref = "RoundTrip") Fields body) {
    var form = body.as(RoundTripForm::read);
    return trials.roundTrip(
        form.output().trial(), form.input().trial(), form.address(), form.patience());
  }

  @GET
  @Path("{id}/certificate")
  @Operation(summary = "The certificate that the server showed last; 204 if none was seen")
  public Response certificate(@PathParam("id") long id) {
    return trials
        .certificateOf(new MailboxId(id))
        .map(shown -> Response.ok(shown).build())
        .orElseGet(() -> Response.noContent().build());
  }
}
