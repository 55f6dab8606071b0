package org.mailroom.api.query;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Answers that are files. They are always saved and never shown, as strangers wrote them. */
public final class Download {
  public static final String MAIL = "message/rfc822";

  private Download() {}

  public static Response mail(byte[] content, String name) {
    return file(content, MAIL, name + ".eml");
  }

  public static Response any(byte[] content, String name) {
    return file(content, MediaType.APPLICATION_OCTET_STREAM, name);
  }

  private static Response file(byte[] content, String type, String name) {
    // RFC 6266: the only form that takes every character
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(content, type)
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
        .build();
  }
}
