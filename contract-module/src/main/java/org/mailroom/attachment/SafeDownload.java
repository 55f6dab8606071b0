package org.mailroom.attachment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How files of strangers are handed to a browser: to be saved, and never to be run in our name. */
public final class SafeDownload {
  /** Whatever the sender called it: no browser opens this one by itself. */
  public static final String MEDIA_TYPE = "application/octet-stream";

  /** Headers for every such answer. Sandboxed, should a browser show it after all. */
  public static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox",
          "Cross-Origin-Resource-Policy", "same-origin",
          // kept by the browser of the person alone, and asked for again each time (ETag)
          "Cache-Control", "private, no-cache");

  private SafeDownload() {}

  /**
   * A {@code Content-Disposition} (RFC 6266): the name in full for browsers of today (RFC 8187),
   * and in ASCII for the others.
   */
  public static String disposition(String name) {
    String safe = SafeFileName.of(name);
    String ascii = safe.replaceAll("[^ -~]|[\"\\\\%;]", "_");
    // written for forms, it leaves * and makes + of a blank
    String encoded =
        URLEncoder.encode(safe, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
  }
}
