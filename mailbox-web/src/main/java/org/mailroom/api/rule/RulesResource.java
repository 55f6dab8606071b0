package org.mailroom.api.rule;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.rule.MailRules;

/** The rules of an Input mailbox over REST. */
@ApplicationScoped
@Path("v1/mailboxes/{mailbox}/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rules")
public class RulesResource {
  @EJB MailRules rules;

  @GET
  @Operation(summary = "The rules of an Input mailbox, in their order")
  public List<RuleAnswer> list(@PathParam("mailbox") long mailbox) {
    return rules.of(new MailboxId(mailbox)).stream().map(RuleAnswer::of).toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Adds a rule behind the others")
  public Response add(
      @PathParam("mailbox") long mailbox,
      @RequestBody(ref = "Rule") Fields body,
      @Context UriInfo uri) {
    var rule = rules.add(new MailboxId(mailbox), body.as(RuleForm::read));
    var place = uri.getBaseUriBuilder().path(RuleResource.class).build(rule.id().value());
    return Response.created(place).entity(RuleAnswer.of(rule)).build();
  }
}
