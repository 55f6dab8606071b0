package org.mailroom.template.html;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text part that goes with an HTML part: paragraphs, lists, and links written out. */
public final class PlainText implements NodeVisitor {
  private final StringBuilder text = new StringBuilder();

  private PlainText() {}

  public static String of(String html) {
    PlainText plain = new PlainText();
    Jsoup.parseBodyFragment(html).body().traverse(plain);
    return plain
        .text
        .toString()
        .replaceAll("[ \\u00a0]*\\n[ \\u00a0]*", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.append(isAtLineStart() ? words.text().stripLeading() : words.text());
    } else if (node instanceof Element element) {
      begin(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      end(element);
    }
  }

  private void begin(Element element) {
    if (element.isBlock() && !isAtLineStart()) {
      text.append('\n');
    }
    switch (element.normalName()) {
      case "br" -> text.append('\n');
      case "li" -> text.append("- ");
      case "hr" -> text.append("--------\n");
      default -> {
        // nothing to write before its words
      }
    }
  }

  private void end(Element element) {
    switch (element.normalName()) {
      case "p", "table", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4" -> text.append("\n\n");
      case "td", "th" -> text.append(' ');
      case "a" -> target(element);
      default -> {
        if (element.isBlock() && !isAtLineStart()) {
          text.append('\n');
        }
      }
    }
  }

  private void target(Element link) {
    String target = link.attr("href");
    if (target.startsWith("http") && !link.text().equals(target)) {
      text.append(" (").append(target).append(')');
    }
  }

  private boolean isAtLineStart() {
    return text.length() == 0 || text.charAt(text.length() - 1) == '\n';
  }
}
