package org.mailroom.api.received;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.bounce.Bounces;
import org.mailroom.inbound.ReceivedId;

/** What a received bounce says, over REST. */
@ApplicationScoped
@Path("v1/received/{id}/report")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "received")
public class ReportResource {
  @EJB Bounces bounces;

  @GET
  @Operation(
      summary = "Whom the mail reports not to have reached, and why; empty if it is no report")
  public List<ReportedAnswer> get(@PathParam("id") long id) {
    return bounces.told(new ReceivedId(id)).stream().map(ReportedAnswer::of).toList();
  }
}
