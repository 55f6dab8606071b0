package org.mailroom.api.mailbox;

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
import org.mailroom.mailbox.Provider;
import org.mailroom.mailbox.Providers;

/** The providers of mail that we know, over REST. */
@ApplicationScoped
@Path("v1/mailbox-providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mailbox-providers")
public class ProvidersResource {
  @EJB Providers providers;

  @GET
  @Operation(summary = "The mail providers that are known, with servers, sign-in, limits and notes")
  public List<ProviderAnswer> all() {
    return providers.list().stream().map(ProviderAnswer::of).toList();
  }

  @GET
  @Path("{key}")
  @Operation(summary = "One mail provider")
  public ProviderAnswer get(@PathParam("key") String key) {
    Provider provider = providers.get(key);
    return ProviderAnswer.of(provider);
  }
}
