package org.mailroom.api.request;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.api.query.Download;
import org.mailroom.api.query.Paging;
import org.mailroom.api.query.Upload;
import org.mailroom.flow.FlowRuns;
import org.mailroom.paging.Page;
import org.mailroom.request.AttachmentView;
import org.mailroom.request.NewAttachment;
import org.mailroom.request.OpenRequest;
import org.mailroom.request.RequestClassifications;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestThreads;
import org.mailroom.request.RequestView;
import org.mailroom.request.ServiceRequests;
import org.mailroom.transaction.TakingAlong;

/** Service requests over REST. */
@ApplicationScoped
@Path("v1/requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "requests")
public class RequestsResource {
  @EJB ServiceRequests requests;
  @EJB RequestThreads threads;
  @EJB RequestClassifications classifications;
  @EJB FlowRuns flowRuns;
  @Inject RequestForms forms;
  @Inject RequestFilters filters;
  @Inject RequestAnswers answers;

  @GET
  @Operation(summary = "Service requests, newest first")
  public Page<RequestRow> list(
      @BeanParam Paging paging, @BeanParam RequestFilters.Parameters wanted) {
    return requests.list(filters.query(paging.text(), wanted), paging.slice()).map(RequestRow::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Opens a service request and starts the flow of its contract")
  public Response open(@RequestBody(ref = "Request") Fields body, @Context UriInfo uri) {
    OpenRequest wanted = body.as(forms::open);
    RequestView request = TakingAlong.call(() -> requests.open(wanted));
    var place = uri.getAbsolutePathBuilder().path(request.number().toString()).build();
    return Response.created(place).entity(answers.of(request)).build();
  }

  @GET
  @Path("{number}")
  @Operation(summary = "One service request with everything that belongs to it")
  public RequestAnswer get(@PathParam("number") long number) {
    return answers.get(new RequestNumber(number));
  }

  @GET
  @Path("{number}/attachments/{id}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "A file kept with a request")
  public Response attachment(
      @PathParam("number") long number, @PathParam("id") long id, @Context Request request) {
    var file = requests.attachment(new RequestNumber(number), id);
    AttachmentView about = file.attachment();
    return Download.stored(file.content(), about.name(), about.size(), about.sha256(), request);
  }

  @POST
  @Path("{number}/occurrences")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Writes an occurrence on a request")
  public Response append(
      @PathParam("number") long number,
      @RequestBody(ref = "Occurrence") Fields body,
      @Context SecurityContext caller) {
    String by = caller.getUserPrincipal().getName();
    var occurrence = body.as(in -> RequestForms.occurrence(in, by));
    var written = requests.append(new RequestNumber(number), occurrence);
    return Response.status(Response.Status.CREATED).entity(written).build();
  }

  @POST
  @Path("{number}/attachments")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Adds a file to a request: the body is the file")
  public Response attach(
      @PathParam("number") long number,
      @QueryParam("name") String name,
      @QueryParam("text") String text,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      @Context SecurityContext caller,
      InputStream body)
      throws IOException {
    var file = new NewAttachment(name, type, Upload.bounded(body));
    String by = caller.getUserPrincipal().getName();
    var occurrence = RequestForms.occurrence(file, text, by);
    var written = requests.append(new RequestNumber(number), occurrence);
    return Response.status(Response.Status.CREATED).entity(written).build();
  }

  @POST
  @Path("{number}/merge")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Merges a request into another, and answers with that one")
  public RequestAnswer merge(
      @PathParam("number") long number, @RequestBody(ref = "Merge") Fields body) {
    RequestNumber into = body.as(RequestForms::into);
    return answers.get(threads.merge(new RequestNumber(number), into).number());
  }

  @POST
  @Path("{number}/split")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Makes a request of its own of an occurrence")
  public Response split(
      @PathParam("number") long number,
      @RequestBody(ref = "Split") Fields body,
      @Context UriInfo uri) {
    RequestForms.Split wanted = body.as(RequestForms::split);
    RequestNumber split =
        TakingAlong.call(
                () -> threads.split(new RequestNumber(number), wanted.occurrence(), wanted.title()))
            .number();
    var place = uri.getBaseUriBuilder().path("v1/requests").path(split.toString()).build();
    return Response.created(place).entity(answers.get(split)).build();
  }

  @PUT
  @Path("{number}/situation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Changes where a request stands")
  public RequestAnswer change(
      @PathParam("number") long number, @RequestBody(ref = "Situation") Fields body) {
    requests.change(new RequestNumber(number), body.as(RequestForms::situation));
    return get(number);
  }

  @PUT
  @Path("{number}/classification")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Changes service, priority and group of a request")
  public RequestAnswer classify(
      @PathParam("number") long number, @RequestBody(ref = "Classification") Fields body) {
    classifications.change(new RequestNumber(number), body.as(RequestForms::classification));
    return get(number);
  }

  @POST
  @Path("{number}/tasks/{id}/complete")
  @Operation(summary = "Completes a task that waits for a person")
  public RequestAnswer complete(@PathParam("number") long number, @PathParam("id") String id) {
    flowRuns.complete(new RequestNumber(number), id);
    return get(number);
  }

  @POST
  @Path("{number}/incidents/{id}/retry")
  @Operation(summary = "Runs the element of an incident again")
  public RequestAnswer retry(@PathParam("number") long number, @PathParam("id") String id) {
    flowRuns.retry(new RequestNumber(number), id);
    return get(number);
  }
}
