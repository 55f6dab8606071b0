package org.mailroom.api.query;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.function.Supplier;
import org.mailroom.attachment.SafeDownload;

/** Answers that are files. They are always saved and never shown, as strangers wrote them. */
public final class Download {
  public static final String MAIL = "message/rfc822";

  private Download() {}

  public static Response mail(byte[] content, String name) {
    return headed(Response.ok(content, MAIL), name + ".eml").build();
  }

  /**
   * A file that is read while it is sent, or nothing if the caller has it already.
   *
   * @param sha256 of its content
   */
  public static Response stored(
      Supplier<InputStream> content, String name, long size, String sha256, Request request) {
    EntityTag tag = new EntityTag(sha256);
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    return known == null
        ? headed(Response.ok(output(content), SafeDownload.MEDIA_TYPE), name)
            .header(HttpHeaders.CONTENT_LENGTH, size)
            .tag(tag)
            .build()
        : known.tag(tag).build();
  }

  private static StreamingOutput output(Supplier<InputStream> content) {
    return out -> {
      try (InputStream in = content.get()) {
        in.transferTo(out);
      }
    };
  }

  private static Response.ResponseBuilder headed(Response.ResponseBuilder answer, String name) {
    SafeDownload.HEADERS.forEach(answer::header);
    return answer.header(HttpHeaders.CONTENT_DISPOSITION, SafeDownload.disposition(name));
  }
}
