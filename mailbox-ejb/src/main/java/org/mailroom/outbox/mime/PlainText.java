package org.mailroom.outbox.mime;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** An HTML part as people read it in a plain mail: paragraphs, bullets, and links written out. */
final class PlainText implements NodeVisitor {
  private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title");

  private final StringBuilder text = new StringBuilder();

  private PlainText() {}

  static String of(String html) {
    PlainText plain = new PlainText();
    Jsoup.parse(html).body().traverse(plain);
    return plain.text.toString().replaceAll("[ \t]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      write(words);
    } else if (node instanceof Element element) {
      open(element);
    }
  }

  private void write(TextNode words) {
    Element parent = words.parent();
    if (parent != null && UNSEEN.contains(parent.normalName())) {
      return;
    }
    String line = words.text();
    text.append(startsLine() ? line.stripLeading() : line);
  }

  private boolean startsLine() {
    return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
  }

  private void open(Element element) {
    switch (element.normalName()) {
      case "br" -> text.append('\n');
      case "li" -> newLine().append("- ");
      case "td", "th" -> text.append(startsLine() ? "" : " ");
      default -> breakIfBlock(element);
    }
  }

  private StringBuilder newLine() {
    return startsLine() ? text : text.append('\n');
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element);
    }
  }

  private void close(Element element) {
    String link = element.attr("href");
    if (!link.isEmpty() && !link.equals(element.text()) && !link.startsWith("#")) {
      text.append(" (").append(link).append(')');
    }
    switch (element.normalName()) {
      case "td", "th" -> {}
      case "p" -> newLine().append('\n');
      default -> breakIfBlock(element);
    }
  }

  private void breakIfBlock(Element element) {
    if (element.isBlock()) {
      newLine();
    }
  }
}
