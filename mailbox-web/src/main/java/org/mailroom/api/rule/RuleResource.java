package org.mailroom.api.rule;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.rule.MailRules;
import org.mailroom.rule.RuleId;

/** One rule over REST. */
@ApplicationScoped
@Path("v1/rules/{rule}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rules")
public class RuleResource {
  @EJB MailRules rules;

  @GET
  @Operation(summary = "One rule")
  public RuleAnswer get(@PathParam("rule") long rule) {
    return RuleAnswer.of(rules.get(new RuleId(rule)));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Changes a rule as a whole; it stays in its place")
  public RuleAnswer change(@PathParam("rule") long rule, @RequestBody(ref = "Rule") Fields body) {
    return RuleAnswer.of(rules.change(new RuleId(rule), body.as(RuleForm::read)));
  }

  @POST
  @Path("move")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Moves a rule to another place in the order")
  public RuleAnswer move(@PathParam("rule") long rule, @RequestBody(ref = "Position") Fields body) {
    int position = body.as(in -> in.require("position").integer("position"));
    rules.move(new RuleId(rule), position);
    return get(rule);
  }

  @DELETE
  @Operation(summary = "Deletes a rule")
  public void delete(@PathParam("rule") long rule) {
    rules.delete(new RuleId(rule));
  }
}
