package org.mailroom.api.mailbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.dkim.DkimKeyView;
import org.mailroom.dkim.DkimKeys;
import org.mailroom.dkim.DkimRecordState;
import org.mailroom.mailbox.MailboxId;

/** The keys that sign the mail of an Output mailbox, over REST. */
@ApplicationScoped
@Path("v1/mailboxes/{id}/dkim")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dkim")
public class DkimResource {
  @EJB DkimKeys keys;

  /** The key to make; without a selector it gets one that tells the month. */
  public record Wanted(String selector) {}

  /** What the domain name system says of the record. */
  public record Seen(DkimRecordState record) {}

  @GET
  @Operation(summary = "The signing keys of a mailbox with the records to publish")
  public List<DkimKeyView> list(@PathParam("id") long id) {
    return keys.of(new MailboxId(id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Makes a key; it signs nothing yet")
  public Response prepare(@PathParam("id") long id, Wanted wanted) {
    String selector = Optional.ofNullable(wanted).map(Wanted::selector).orElse("");
    return Response.status(Response.Status.CREATED)
        .entity(keys.prepare(new MailboxId(id), selector))
        .build();
  }

  @POST
  @Path("{selector}/check")
  @Operation(summary = "Whether the record of a key is published")
  public Seen check(@PathParam("id") long id, @PathParam("selector") String selector) {
    return new Seen(keys.check(new MailboxId(id), selector));
  }

  @POST
  @Path("{selector}/activate")
  @Operation(summary = "Signs with a key from now on, if its record is published")
  public DkimKeyView activate(
      @PathParam("id") long id,
      @PathParam("selector") String selector,
      @QueryParam("unseen") boolean unseen) {
    return keys.activate(new MailboxId(id), selector, unseen);
  }

  @POST
  @Path("{selector}/stop")
  @Operation(summary = "Signs with a key no more")
  public void stop(@PathParam("id") long id, @PathParam("selector") String selector) {
    keys.stop(new MailboxId(id), selector);
  }

  @DELETE
  @Path("{selector}")
  @Operation(summary = "Deletes a key that does not sign")
  public void remove(@PathParam("id") long id, @PathParam("selector") String selector) {
    keys.remove(new MailboxId(id), selector);
  }
}
