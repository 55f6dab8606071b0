package org.mailroom.api.purge;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.purge.Purge;

/** The purge of old mail over REST. */
@ApplicationScoped
@Path("v1/purge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "purge")
public class PurgeResource {
  @EJB Purge purge;
  @Inject Clock clock;

  @GET
  @Operation(summary = "The last purges, the newest first; one that runs comes first")
  public List<PurgeRunAnswer> runs() {
    Instant now = clock.instant();
    return purge.runs().stream().map(run -> PurgeRunAnswer.of(run, now)).toList();
  }

  @GET
  @Path("policy")
  @Operation(summary = "After how many days what goes; null for never")
  public PolicyForm policy() {
    return PolicyForm.of(purge.policy());
  }

  @PUT
  @Path("policy")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Says after how many days what goes")
  public PolicyForm setPolicy(@RequestBody(ref = "PurgePolicy") Fields body) {
    purge.setPolicy(body.as(PolicyForm::read));
    return policy();
  }

  @GET
  @Path("preview")
  @Operation(summary = "What a purge would remove now")
  public PreviewAnswer preview() {
    return PreviewAnswer.of(purge.preview(purge.policy()));
  }

  @POST
  @Operation(summary = "Begins a purge in the background")
  public Response start() {
    purge.start();
    return Response.accepted(runs().get(0)).build();
  }

  @POST
  @Path("stop")
  @Operation(summary = "Ends the purge after the step at hand")
  public PurgeRunAnswer stop() {
    purge.stop();
    return runs().get(0);
  }
}
