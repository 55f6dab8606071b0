package org.mailroom.inbound.mime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeTraversor;
import org.mailroom.inbound.model.TextWidth;

/** HTML of strangers: to text, and to something that may be shown. */
final class Html {
  // parsed, a document takes many times its size
  private static final int MAX_LENGTH = 500_000;

  // each element that is never closed costs the more the deeper it is
  private static final int MAX_DEPTH = 150;
  private static final long MAX_ELEMENTS = 50_000;
  private static final String REMOTE = "data-remote-src";
  private static final String WITHIN = "cid:";

  // often the same once more, for the list of mails or for a telephone
  private static final String UNSEEN =
      "template, body [style~=(?i)(?:^|[;\\s])display\\s*:\\s*none]";
  private static final Pattern PICTURE =
      Pattern.compile("data:image/(png|gif|jpeg|webp);base64,[A-Za-z0-9+/=\\s]*+");

  private static final Safelist ALLOWED =
      // an image from elsewhere would tell its sender that the mail was opened
      Safelist.relaxed()
          .removeProtocols("img", "src", "http", "https")
          .addProtocols("img", "src", "cid", "data")
          .addAttributes("img", REMOTE)
          .addEnforcedAttribute("a", "rel", "noopener noreferrer");

  private final Document document;

  private Html(Document document) {
    this.document = document;
  }

  static Html of(String html) {
    String bounded = TextWidth.fit(html.replace("\0", ""), MAX_LENGTH);
    Document document = Jsoup.parse(bounded, "", Parser.htmlParser().setMaxDepth(MAX_DEPTH));
    document.select(UNSEEN).remove();
    return new Html(document);
  }

  String text() {
    HtmlLines lines = new HtmlLines();
    NodeTraversor.traverse(lines, document.body());
    return lines.text();
  }

  /**
   * Empty if there is nothing, or more elements than anybody writes. Once only, since it changes
   * what it was made of.
   *
   * @param contentIds of the files that came with it, or the addresses where they were found
   */
  String sanitised(Set<String> contentIds) {
    if (document.stream().limit(MAX_ELEMENTS + 1).count() > MAX_ELEMENTS) {
      return "";
    }
    document.select("img").forEach(image -> settle(image, contentIds));
    Document clean = new Cleaner(ALLOWED).clean(document);
    clean.outputSettings().prettyPrint(false);
    return clean.body().html();
  }

  /** Keeps what came with the mail, puts the address of another aside, and leaves out the rest. */
  private static void settle(Element image, Set<String> contentIds) {
    String source = image.attr("src").strip();
    image.removeAttr(REMOTE).removeAttr("src");
    if (contentIds.contains(source)) {
      image.attr("src", WITHIN + URLEncoder.encode(source, StandardCharsets.UTF_8));
    } else if (source.regionMatches(true, 0, "http://", 0, 7)
        || source.regionMatches(true, 0, "https://", 0, 8)) {
      image.attr(REMOTE, source);
    } else if (PICTURE.matcher(source).matches() || isWithin(source, contentIds)) {
      image.attr("src", source);
    } else {
      image.remove();
    }
  }

  private static boolean isWithin(String source, Set<String> contentIds) {
    return source.regionMatches(true, 0, WITHIN, 0, WITHIN.length())
        && contentIds.contains(Parameters.percentDecodedWhole(source.substring(WITHIN.length())));
  }

  static String escaped(String text) {
    return "<pre>" + Entities.escape(text) + "</pre>";
  }
}
