package org.mailroom.api.flow;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.query.Paging;
import org.mailroom.api.query.Parameter;
import org.mailroom.flow.FlowNotFound;
import org.mailroom.flow.FlowVersion;
import org.mailroom.flow.FlowView;
import org.mailroom.flow.Flows;
import org.mailroom.paging.Page;

/** Flows over REST. */
@ApplicationScoped
@Path("v1/flows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flows")
public class FlowsResource {
  private static final String ONE_FLOW =
      "One flow; with \"Accept: application/xml\" its diagram, of ?version= or the current one";

  @EJB Flows flows;

  @GET
  @Operation(summary = "The flows, each with its current version")
  public Page<FlowView> list(@BeanParam Paging paging) {
    return paging.of(flows.list(), flow -> flow.key() + " " + flow.name());
  }

  @POST
  @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
  @Operation(summary = "Checks a diagram (BPMN 2.0) and publishes it as the next version")
  public Response save(
      @RequestBody(ref = "Diagram") byte[] body,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    var parameters = headers.getMediaType().getParameters();
    var charset = Optional.ofNullable(parameters.get(MediaType.CHARSET_PARAMETER));
    var saved = flows.save(XmlText.of(body, charset));
    var place = uri.getAbsolutePathBuilder().path(saved.key()).build();
    return Response.created(place).entity(FlowAnswer.of(saved)).build();
  }

  @GET
  @Path("{key}")
  @Operation(summary = ONE_FLOW)
  public FlowView get(@PathParam("key") String key) {
    return flows.find(key).orElseThrow(() -> new FlowNotFound("flow " + key));
  }

  // JSON is what comes when nothing is asked for
  @GET
  @Path("{key}")
  @Produces(MediaType.APPLICATION_XML + ";qs=0.5")
  @Operation(summary = ONE_FLOW)
  public String diagram(@PathParam("key") String key, @QueryParam("version") String version) {
    return flows.diagram(key, Parameter.integer("version", version));
  }

  @GET
  @Path("{key}/versions")
  @Operation(summary = "The versions of a flow, newest first")
  public Page<FlowVersion> listVersions(@PathParam("key") String key, @BeanParam Paging paging) {
    return paging.of(flows.versions(get(key).key()), version -> version.savedBy());
  }

  @DELETE
  @Path("{key}")
  @Operation(summary = "Deletes a flow that no contract and no request uses")
  public void delete(@PathParam("key") String key) {
    flows.delete(get(key).key());
  }
}
