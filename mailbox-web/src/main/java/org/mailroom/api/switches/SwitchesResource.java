package org.mailroom.api.switches;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.outbox.Outbox;
import org.mailroom.switches.MailSwitches;

/** The switches over all mail over REST. */
@ApplicationScoped
@Path("v1/switches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "switches")
public class SwitchesResource {
  private static final int MOST = 1000;

  @EJB MailSwitches switches;
  @EJB Outbox outbox;

  private record Address(String address, String why) {}

  @GET
  @Operation(summary = "Whether all mail is off, or goes to one address; who, when and why")
  public SwitchesAnswer get() {
    return SwitchesAnswer.of(switches.switched());
  }

  @PUT
  @Path("mail-off")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Turns all mail off on every node")
  public SwitchesAnswer turnOff(@RequestBody(ref = "MailOff") Fields body) {
    switches.turnMailOff(body.as(in -> in.text("why")));
    return get();
  }

  @DELETE
  @Path("mail-off")
  @Operation(summary = "Turns mail on; what was suppressed stays so")
  public SwitchesAnswer turnOn() {
    switches.turnMailOn();
    return get();
  }

  @PUT
  @Path("send-all-to")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Sends all mail to one address instead of its recipients")
  public SwitchesAnswer divert(@RequestBody(ref = "SendAllTo") Fields body) {
    Address wanted = body.as(in -> new Address(in.text("address"), in.text("why")));
    switches.sendAllTo(wanted.address(), wanted.why());
    return get();
  }

  @DELETE
  @Path("send-all-to")
  @Operation(summary = "Sends mail to its recipients again")
  public SwitchesAnswer sendToRecipients() {
    switches.sendToRecipients();
    return get();
  }

  @POST
  @Path("suppressed")
  @Operation(summary = "Queues up to 1000 messages suppressed since all mail was turned off last")
  public SuppressedAnswer queueSuppressed() {
    Instant since = switches.lastOff().orElse(Instant.EPOCH);
    int queued = outbox.queueSuppressed(since, MOST);
    return new SuppressedAnswer(since, queued, outbox.suppressed(since));
  }
}
