package org.mailroom.api.configuration;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.problem.BadCall;
import org.mailroom.api.query.Parameter;
import org.mailroom.transfer.Transfer;
import org.mailroom.transfer.TransferReport;
import org.mailroom.vault.Secret;

/** The whole configuration as one YAML document: configuration as code. */
@ApplicationScoped
@Path("v1/configuration")
@Tag(name = "configuration")
public class ConfigurationResource {
  private static final String YAML = "application/yaml"; // RFC 9512
  private static final String YAML_UTF8 = YAML + ";charset=UTF-8";
  // never in the URL, which logs and histories keep
  private static final String PASSPHRASE = "Mailroom-Passphrase";

  /** What {@code ?secrets=} may say. */
  private enum Secrets {
    sealed
  }

  @EJB Transfer transfer;

  @GET
  @Produces(YAML_UTF8)
  @Operation(
      summary =
          "The configuration; with ?secrets=sealed and the header Mailroom-Passphrase also its"
              + " secrets, sealed")
  public String export(
      @QueryParam("secrets") String secrets, @HeaderParam(PASSPHRASE) String passphrase) {
    return Parameter.choice("secrets", secrets, Secrets.class).isPresent()
        ? transfer.exportSealed(secret(passphrase).orElseThrow(ConfigurationResource::missing))
        : transfer.export();
  }

  @POST
  @Consumes({YAML, "application/x-yaml", "text/yaml", MediaType.TEXT_PLAIN})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "Applies a configuration and tells what changed; with ?dryRun=true only tells it, with an"
              + " ETag for If-Match")
  @APIResponseSchema(TransferReport.class)
  public Response apply(
      @QueryParam("dryRun") String dryRun,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @RequestBody(ref = "Configuration") InputStream body)
      throws IOException {
    String document = YamlBody.read(body);
    return Parameter.flag("dryRun", dryRun).orElse(false)
        ? previewed(transfer.preview(document, secret(passphrase)))
        : Response.ok(transfer.apply(document, secret(passphrase), Previewed.of(ifMatch))).build();
  }

  private static Response previewed(TransferReport report) {
    return Response.ok(report).tag(report.fingerprint()).build();
  }

  @PUT
  @Consumes({YAML, "application/x-yaml", "text/yaml", MediaType.TEXT_PLAIN})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The same as POST")
  @APIResponseSchema(TransferReport.class)
  public Response put(
      @QueryParam("dryRun") String dryRun,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @RequestBody(ref = "Configuration") InputStream body)
      throws IOException {
    return apply(dryRun, passphrase, ifMatch, body);
  }

  private static Optional<Secret> secret(String passphrase) {
    return Parameter.text(passphrase).map(Secret::of);
  }

  private static BadCall missing() {
    return BadCall.of(
        "REQUIRED",
        PASSPHRASE,
        "Give the passphrase to seal the secrets with in the header %s.".formatted(PASSPHRASE));
  }
}
