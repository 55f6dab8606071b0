package org.mailroom.api.people;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.api.query.Paging;
import org.mailroom.api.query.Version;
import org.mailroom.paging.Page;
import org.mailroom.people.Accounts;

/** The people who may log in, over REST; by their log-ins. */
@ApplicationScoped
@Path("v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "persons")
public class PersonsResource {
  @EJB Accounts accounts;

  @GET
  @Operation(summary = "The people who may log in, by log-in")
  public Page<PersonAnswer> list(@BeanParam Paging paging) {
    return accounts.list(paging.text(), paging.slice()).map(PersonAnswer::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Registers a person; without a password one is generated and answered once")
  public Response register(@RequestBody(ref = "Person") Fields body, @Context UriInfo uri) {
    var form = body.as(PersonForm::ofNew);
    var answer = PersonAnswer.of(accounts.register(form.draft(), form.password()));
    var place = uri.getAbsolutePathBuilder().path("{login}").build(answer.login());
    return tagged(Response.created(place), answer);
  }

  @GET
  @Path("{login}")
  @Operation(summary = "One person")
  public Response get(@PathParam("login") String login) {
    return tagged(Response.ok(), PersonAnswer.of(accounts.get(login)));
  }

  @PUT
  @Path("{login}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Changes a person as a whole, but for the log-in and the password")
  public Response change(
      @PathParam("login") String login,
      @RequestBody(ref = "Person") Fields body,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    var form = body.as(in -> PersonForm.ofPresent(login, in));
    var version = Version.of(ifMatch, form.version());
    return tagged(Response.ok(), PersonAnswer.of(accounts.change(login, form.draft(), version)));
  }

  @DELETE
  @Path("{login}")
  @Operation(summary = "Deletes a person with their tokens")
  public void delete(@PathParam("login") String login) {
    accounts.delete(login);
  }

  @POST
  @Path("{login}/password")
  @Operation(summary = "Generates a password, answers it once, and ends the person's sessions")
  public Map<String, String> resetPassword(@PathParam("login") String login) {
    return Map.of("password", accounts.resetPassword(login).reveal());
  }

  private static Response tagged(Response.ResponseBuilder response, PersonAnswer person) {
    return response.entity(person).tag(Long.toString(person.version())).build();
  }
}
