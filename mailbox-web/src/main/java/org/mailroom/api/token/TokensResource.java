package org.mailroom.api.token;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.json.Fields;
import org.mailroom.api.people.RoleWords;
import org.mailroom.api.query.Paging;
import org.mailroom.paging.Page;
import org.mailroom.security.ShownToken;
import org.mailroom.token.TokenDraft;
import org.mailroom.token.TokenView;
import org.mailroom.token.Tokens;

/** API tokens over REST: the caller's own, and for administrators those of everybody. */
@ApplicationScoped
@Path("v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tokens")
public class TokensResource {
  @EJB Tokens tokens;

  @GET
  @Operation(summary = "The caller's tokens")
  public Page<TokenAnswer> list(@BeanParam Paging paging) {
    return paging.of(tokens.mine(), TokensResource::words).map(TokenAnswer::of);
  }

  @GET
  @Path("all")
  @Operation(summary = "The tokens of everybody")
  public Page<TokenAnswer> listAll(@BeanParam Paging paging) {
    return paging.of(tokens.all(), TokensResource::words).map(TokenAnswer::of);
  }

  private static String words(TokenView token) {
    return token.owner() + " " + token.scope().name();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Makes a token of the caller, which is answered once")
  public Response make(
      @RequestBody(ref = "Token") Fields body,
      @Context UriInfo uri,
      @Context HttpServletRequest call) {
    if (ShownToken.in(call)) {
      throw new TokenByToken();
    }
    var made = TokenAnswer.of(tokens.make(body.as(TokensResource::draft)));
    var place = uri.getAbsolutePathBuilder().path(Long.toString(made.id())).build();
    return Response.created(place).entity(made).build();
  }

  private static TokenDraft draft(Fields in) {
    Boolean readOnly = in.flag("readOnly");
    return new TokenDraft(
        in.text("name"),
        RoleWords.read(in, "roles"),
        readOnly != null && readOnly,
        in.integer("days"));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Revokes a token of the caller at once")
  public void revoke(@PathParam("id") long id) {
    tokens.revokeMine(id);
  }

  @DELETE
  @Path("all/{id}")
  @Operation(summary = "Revokes anybody's token at once")
  public void revokeAny(@PathParam("id") long id) {
    tokens.revoke(id);
  }
}
