package org.mailroom.api.people;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.api.query.Paging;
import org.mailroom.paging.Page;
import org.mailroom.people.GroupView;
import org.mailroom.people.People;

/** Groups over REST. */
@ApplicationScoped
@Path("v1/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "groups")
public class GroupsResource {
  @EJB People people;

  @GET
  @Operation(summary = "The groups that flows address")
  public Page<GroupAnswer> list(@BeanParam Paging paging) {
    return paging
        .of(people.groups(), group -> group.acronym() + " " + group.name())
        .map(GroupAnswer::of);
  }

  @GET
  @Path("{acronym}")
  @Operation(summary = "One group")
  public GroupAnswer get(@PathParam("acronym") String acronym) {
    return GroupAnswer.of(find(acronym));
  }

  @PUT
  @Path("{acronym}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Registers or changes a group")
  public GroupAnswer save(
      @PathParam("acronym") String acronym, @RequestBody(ref = "Group") Fields body) {
    people.saveGroup(body.as(in -> GroupForm.read(acronym, in)));
    return get(acronym);
  }

  @DELETE
  @Path("{acronym}")
  @Operation(summary = "Deletes a group")
  public void delete(@PathParam("acronym") String acronym) {
    people.deleteGroup(find(acronym).acronym());
  }

  private GroupView find(String acronym) {
    return people.groups().stream()
        .filter(group -> group.acronym().equalsIgnoreCase(acronym))
        .findFirst()
        .orElseThrow(() -> new GroupNotFound(acronym));
  }
}
