package org.mailroom.template.html;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;

/**
 * HTML that does nothing but look: text, tables, images, links to the web and to mail, and the
 * inline styles that mail programs understand. Scripts, forms, frames and handlers are taken out.
 */
public final class SafeHtml {
  // a link that is nothing but a key has no protocol yet; any address to resolve it by will do
  private static final String BASE = "https://link.invalid/";
  private static final Safelist ALLOWED =
      Safelist.relaxed()
          .addTags("hr", "center", "font", "s")
          .addAttributes(":all", "style", "align", "valign", "bgcolor", "width", "height", "dir")
          .addAttributes("table", "border", "cellpadding", "cellspacing", "role")
          .addAttributes("font", "color", "face", "size")
          .addProtocols("img", "src", "cid")
          .preserveRelativeLinks(true);

  private SafeHtml() {}

  public static String of(String html) {
    return Jsoup.clean(html, BASE, ALLOWED, new OutputSettings().prettyPrint(false));
  }
}
