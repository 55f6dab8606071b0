package org.mailroom.api.audit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailroom.api.query.Paging;
import org.mailroom.api.query.Parameter;
import org.mailroom.audit.AuditEntryView;
import org.mailroom.audit.AuditExport;
import org.mailroom.audit.AuditFormat;
import org.mailroom.audit.AuditLog;
import org.mailroom.audit.AuditQuery;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** The audit over REST. */
@ApplicationScoped
@Path("v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {
  @EJB AuditLog log;
  @EJB AuditExport export;
  @Inject Clock clock;

  @GET
  @Operation(summary = "Who changed what, when, from where and from what to what; newest first")
  public Page<AuditEntryView> list(@BeanParam Paging paging, @BeanParam AuditFilters filters) {
    return log.list(filters.query(clock.getZone()), paging.slice());
  }

  @GET
  @Path("export")
  @Produces({"text/csv", "application/jsonl"})
  @Operation(summary = "All entries that the filters find, as CSV or JSON lines")
  public Response export(@BeanParam AuditFilters filters, @QueryParam("format") String format) {
    AuditQuery query = filters.query(clock.getZone());
    AuditFormat wanted = format(format);
    log.list(query, Slice.first(1)); // a refusal is told before the first byte
    StreamingOutput content = out -> write(query, wanted, out);
    return Response.ok(content, wanted.mediaType() + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=" + wanted.fileName())
        .build();
  }

  private static AuditFormat format(String text) {
    String upper = text == null ? null : text.toUpperCase(Locale.ROOT);
    return Parameter.choice("format", upper, AuditFormat.class).orElse(AuditFormat.CSV);
  }

  private void write(AuditQuery query, AuditFormat format, OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    export.write(query, format, writer);
    writer.flush();
  }
}
