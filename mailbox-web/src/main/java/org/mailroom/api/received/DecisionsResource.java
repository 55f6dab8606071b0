package org.mailroom.api.received;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.api.problem.BadCall;
import org.mailroom.api.query.Download;
import org.mailroom.api.query.Parameter;
import org.mailroom.api.reference.ContractReferences;
import org.mailroom.api.reference.MailboxReferences;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.intake.IntakeTrials;
import org.mailroom.intake.ReceivedDecisions;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.request.RequestNumber;
import org.mailroom.transaction.TakingAlong;

/** What would become of mail, and what people make of it, over REST. */
@ApplicationScoped
@Path("v1/received")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "received")
public class DecisionsResource {
  @EJB ReceivedMails received;
  @EJB IntakeTrials trials;
  @EJB ReceivedDecisions decisions;
  @Inject MailboxReferences mailboxes;
  @Inject ContractReferences contracts;

  @POST
  @Path("trial")
  @Consumes(Download.MAIL)
  @Operation(summary = "Tells what would become of a mail; nothing is stored or sent")
  public TrialAnswer trial(@QueryParam("mailbox") String mailbox, InputStream mail)
      throws IOException {
    MailboxId box =
        Parameter.text(mailbox)
            .map(name -> mailboxes.get(name, MailboxType.INPUT))
            .orElseThrow(
                () ->
                    BadCall.of(
                        "REQUIRED", "mailbox", "\"mailbox\" names the one it would come into."));
    // one byte more shows that it is too large; the rest need not be read for that
    byte[] raw = mail.readNBytes(ReceivedMails.MOST_BYTES + 1);
    return TrialAnswer.of(trials.tried(box, raw));
  }

  @POST
  @Path("{id}/assign")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Writes an ignored or quarantined mail on a request")
  public ReceivedAnswer assign(@PathParam("id") long id, @RequestBody(ref = "Assign") Fields body) {
    Long request = body.as(in -> in.require("request").number("request"));
    decisions.assign(new ReceivedId(id), new RequestNumber(request));
    return get(id);
  }

  @POST
  @Path("{id}/open")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Opens a request for an ignored or quarantined mail")
  public ReceivedAnswer open(
      @PathParam("id") long id, @RequestBody(ref = "OpenReceived") Fields body) {
    var contract =
        body.as(in -> in.require("contract").resolved("contract", "contract", contracts::find));
    TakingAlong.call(() -> decisions.open(new ReceivedId(id), contract));
    return get(id);
  }

  @POST
  @Path("{id}/release-sender")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Lets the sender of a mail in under the contract of its mailbox")
  public Released release(
      @PathParam("id") long id, @RequestBody(ref = "ReleaseSender") Fields body) {
    Boolean runAgain = body.as(in -> in.flag("runAgain"));
    return new Released(decisions.releaseSender(new ReceivedId(id), Boolean.TRUE.equals(runAgain)));
  }

  /** How many quarantined mails of the sender are decided anew. */
  public record Released(int runAgain) {}

  @POST
  @Path("{id}/discard")
  @Operation(summary = "Ignores a quarantined mail; its content stays")
  public ReceivedAnswer discard(@PathParam("id") long id) {
    decisions.discard(new ReceivedId(id));
    return get(id);
  }

  @POST
  @Path("bulk")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Runs several ignored or quarantined mails again, or discards them")
  public BulkAnswer bulk(@RequestBody(ref = "BulkReceived") Fields body) {
    BulkForm form = body.as(BulkForm::read);
    return BulkAnswer.of(form.action(), decisions.all(form.action(), form.mails()));
  }

  private ReceivedAnswer get(long id) {
    return ReceivedAnswer.of(received.get(new ReceivedId(id)));
  }
}
