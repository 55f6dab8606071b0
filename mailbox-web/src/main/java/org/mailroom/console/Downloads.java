package org.mailroom.console;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** Files for the browser to save. */
public final class Downloads {

  private Downloads() {}

  /** A mail as it was sent or came. */
  public static StreamedContent mail(String name, byte[] raw) {
    return file(name + ".eml", "message/rfc822", raw);
  }

  /** Anything that came from outside: never of a type the browser would open in our name. */
  public static StreamedContent untrusted(String name, byte[] content) {
    return file(name, "application/octet-stream", content);
  }

  /** A text that we have written, of a type the browser only saves. */
  public static StreamedContent text(String name, String content) {
    return untrusted(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static StreamedContent file(String name, String type, byte[] content) {
    return DefaultStreamedContent.builder()
        .name(name)
        .contentType(type)
        .contentLength((long) content.length)
        .stream(() -> new ByteArrayInputStream(content))
        .build();
  }
}
