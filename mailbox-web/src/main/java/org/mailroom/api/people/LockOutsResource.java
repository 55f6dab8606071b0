package org.mailroom.api.people;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.query.Paging;
import org.mailroom.lockout.LockOuts;
import org.mailroom.paging.Page;

/** Failed log-ins of the last hour, over REST. */
@ApplicationScoped
@Path("v1/lock-outs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "lock-outs")
public class LockOutsResource {
  @EJB LockOuts lockOuts;

  @GET
  @Operation(summary = "Who failed to log in within the last hour, and must wait")
  public Page<LockOutAnswer> list(@BeanParam Paging paging) {
    return paging.of(lockOuts.list(), view -> view.who().orElse("")).map(LockOutAnswer::of);
  }

  @DELETE
  @Path("{key}")
  @Operation(summary = "Forgets failures, so that the next try is heard")
  public void lift(@PathParam("key") String key) {
    lockOuts.lift(key);
  }
}
