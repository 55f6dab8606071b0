package org.mailroom.inbound.mime;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeTraversor;
import org.mailroom.inbound.model.TextWidth;

/** HTML of strangers: to text, and to something that may be shown. */
final class Html {
  // parsed, a document takes many times its size
  private static final int MAX_LENGTH = 500_000;

  private static final Safelist ALLOWED =
      // an image from elsewhere would tell its sender that the mail was opened
      Safelist.relaxed().removeTags("img").addEnforcedAttribute("a", "rel", "noopener noreferrer");

  private Html() {}

  static String toText(String html) {
    HtmlLines lines = new HtmlLines();
    NodeTraversor.traverse(lines, parse(html).body());
    return lines.text();
  }

  static String sanitised(String html) {
    if (html.isBlank()) {
      return "";
    }
    Document clean = new Cleaner(ALLOWED).clean(parse(html));
    clean.outputSettings().prettyPrint(false);
    return clean.body().html();
  }

  static String escaped(String text) {
    return "<pre>" + Entities.escape(text) + "</pre>";
  }

  private static Document parse(String html) {
    return Jsoup.parse(TextWidth.fit(html.replace("\0", ""), MAX_LENGTH));
  }
}
