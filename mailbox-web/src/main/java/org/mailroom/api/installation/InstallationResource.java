package org.mailroom.api.installation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.installation.Installation;

/** The installation over REST. */
@ApplicationScoped
@Path("v1/installation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "installation")
public class InstallationResource {
  @EJB Installation installation;

  @GET
  @Operation(
      summary = "Which installation this is, and whether mail stands still as it is in doubt")
  public InstallationAnswer get() {
    return InstallationAnswer.of(installation.view());
  }

  @POST
  @Path("confirmation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Says what a doubtful database is, so that mail moves again")
  public InstallationAnswer confirm(@RequestBody(ref = "Confirmation") Fields body) {
    Identity identity = body.as(in -> in.require("as").choice("as", Identity.class));
    if (identity == Identity.COPY) {
      installation.confirmCopy();
    } else {
      installation.confirmSame();
    }
    return get();
  }
}
