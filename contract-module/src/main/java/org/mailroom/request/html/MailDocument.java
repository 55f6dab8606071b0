package org.mailroom.request.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A document of the sanitised HTML of a mail, which needs nothing but itself: its own images are
 * inside it, as a sandbox has no log-in to fetch them with.
 */
public final class MailDocument {
  private static final String REMOTE = "data-remote-src";
  private static final String STYLE =
      "body{font:14px/1.5 system-ui,sans-serif;margin:12px;overflow-wrap:anywhere}"
          + "img{max-width:100%;height:auto}";

  private final Document document;

  public MailDocument(String html) {
    document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
    document.charset(StandardCharsets.UTF_8);
    document.head().appendElement("style").appendText(STYLE);
    for (Element link : document.select("a[href]")) {
      link.attr("target", "_blank").attr("rel", "noopener noreferrer");
    }
  }

  /**
   * Puts the images in that came with the mail.
   *
   * @param images gives one by its Content-ID, as a {@code data:} address
   */
  public void ownImages(Function<String, Optional<String>> images) {
    for (Element image : document.select("img[src^=cid:]")) {
      Optional<String> data = images.apply(contentId(image.attr("src")));
      data.ifPresentOrElse(address -> image.attr("src", address), () -> image.removeAttr("src"));
    }
  }

  /** Has the browser fetch the images from elsewhere, which tells their owner that it did. */
  public void remoteImages() {
    for (Element image : document.select("img[" + REMOTE + "]")) {
      image.attr("src", image.attr(REMOTE)).attr("referrerpolicy", "no-referrer");
    }
  }

  private static String contentId(String address) {
    try {
      // RFC 2392: what an address cannot hold is escaped; a plus is one
      return URLDecoder.decode(
          address.substring("cid:".length()).replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEscaped) {
      return address.substring("cid:".length());
    }
  }

  public String text() {
    return document.outerHtml();
  }
}
