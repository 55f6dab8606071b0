package org.mailroom.api.marked;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.query.Paging;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.marked.MarkedAddresses;
import org.mailroom.paging.Page;

/** Addresses that returned mail for good, over REST. */
@ApplicationScoped
@Path("v1/marked-addresses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "marked-addresses")
public class MarkedAddressesResource {
  @EJB MarkedAddresses marked;

  @GET
  @Operation(summary = "Addresses that returned mail for good; later mail to them is held")
  public Page<MarkedAddressAnswer> list(@BeanParam Paging paging) {
    return marked.list(paging.text(), paging.slice()).map(MarkedAddressAnswer::of);
  }

  @DELETE
  @Path("{address}")
  @Operation(summary = "Lets mail to an address leave again; what was held for it waits on")
  public void unmark(@PathParam("address") String address) {
    marked.unmark(EmailAddress.parse(address).orElseThrow(NotFoundException::new));
  }
}
