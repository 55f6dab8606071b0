package org.mailroom.api.template;

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
import org.mailroom.template.TemplateNotFound;
import org.mailroom.template.TemplateView;
import org.mailroom.template.Templates;

/** E-mail templates over REST. */
@ApplicationScoped
@Path("v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "templates")
public class TemplatesResource {
  @EJB Templates templates;

  @GET
  @Operation(summary = "The e-mail templates")
  public Page<TemplateView> list(@BeanParam Paging paging) {
    return paging.of(templates.list(), template -> template.identifier() + " " + template.title());
  }

  @GET
  @Path("{identifier}")
  @Operation(summary = "One e-mail template")
  public TemplateView get(@PathParam("identifier") String identifier) {
    return templates.find(identifier).orElseThrow(() -> new TemplateNotFound(identifier));
  }

  @PUT
  @Path("{identifier}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Registers or changes a template; its HTML is sanitised")
  public TemplateView save(
      @PathParam("identifier") String identifier, @RequestBody(ref = "Template") Fields body) {
    templates.save(body.as(in -> template(identifier, in)));
    return get(identifier);
  }

  @DELETE
  @Path("{identifier}")
  @Operation(summary = "Deletes a template")
  public void delete(@PathParam("identifier") String identifier) {
    templates.delete(get(identifier).identifier());
  }

  private static TemplateView template(String identifier, Fields in) {
    in.require("title").require("html").pass("identifier");
    boolean active = !Boolean.FALSE.equals(in.flag("active"));
    return new TemplateView(identifier, in.text("title"), in.text("html"), active);
  }
}
