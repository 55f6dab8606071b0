package org.mailroom.api.mailbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.mailbox.Autoconfiguration;
import org.mailroom.mailbox.MailboxType;

/** Finding settings by an e-mail address, over REST. */
@ApplicationScoped
@Path("v1/mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mailboxes")
public class AutoconfigurationResource {
  @EJB Autoconfiguration autoconfiguration;

  private record Wanted(String address, MailboxType type) {
    static Wanted read(Fields in) {
      return new Wanted(in.text("address"), in.choice("type", MailboxType.class));
    }
  }

  @POST
  @Path("autoconfigure")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Finds ways to connect for an address; saves nothing, sends no password")
  public FoundAnswer autoconfigure(@RequestBody(ref = "Autoconfigure") Fields body) {
    Wanted wanted = body.as(Wanted::read);
    return FoundAnswer.of(autoconfiguration.find(wanted.address(), wanted.type()));
  }
}
