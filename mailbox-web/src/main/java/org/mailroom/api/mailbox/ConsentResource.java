package org.mailroom.api.mailbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.mailbox.ConsentView;
import org.mailroom.mailbox.Consents;
import org.mailroom.mailbox.MailboxId;

/** The consent of a mailbox that signs in by OAuth2, over REST. */
@ApplicationScoped
@Path("v1/mailboxes/{id}/consent")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "consent")
public class ConsentResource {
  @EJB Consents consents;

  /**
   * Where a person signs in and consents, within ten minutes and logged in to the console as the
   * caller.
   */
  public record Begun(URI authorizationUrl, URI redirectUri) {}

  @GET
  @Operation(summary = "How far the consent is, and when it and the client secret end")
  public ConsentView get(@PathParam("id") long id) {
    return consents.stateOf(new MailboxId(id));
  }

  @POST
  @Operation(summary = "Begins a consent; a person completes it in the browser")
  public Begun begin(@PathParam("id") long id) {
    URI address = consents.start(new MailboxId(id), Optional.empty());
    return new Begun(address, consents.redirectUri());
  }

  @DELETE
  @Operation(summary = "Forgets the tokens of a mailbox")
  public void forget(@PathParam("id") long id) {
    consents.forget(new MailboxId(id));
  }
}
