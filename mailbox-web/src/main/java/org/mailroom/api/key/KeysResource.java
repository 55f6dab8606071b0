package org.mailroom.api.key;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.vault.Keys;

/** The keys over REST; never a key itself. */
@ApplicationScoped
@Path("v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "keys")
public class KeysResource {
  @EJB Keys keys;

  @GET
  @Operation(summary = "The keys that seal and sign, and how many secrets are under each")
  public KeysAnswer get() {
    return KeysAnswer.of(keys.view());
  }

  @GET
  @Path("rotation")
  @Operation(summary = "How far the change of keys has come")
  public RotationAnswer rotation() {
    return RotationAnswer.of(keys.rotation(), keys.view().source());
  }

  @POST
  @Path("rotation")
  @Operation(summary = "Begins a change of keys in the running system")
  public Response rotate() {
    keys.rotate();
    return Response.accepted(rotation()).build();
  }
}
