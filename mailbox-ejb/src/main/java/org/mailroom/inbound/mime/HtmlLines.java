package org.mailroom.inbound.mime;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Writes a document down line by line; what is quoted gets its mark as in plain text. */
final class HtmlLines implements NodeVisitor {
  private static final Set<String> SPACED =
      Set.of("p", "ul", "ol", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6");
  private static final int MAX_QUOTED = 10;
  private static final int MAX_LINE_ENDS = 2;

  private final StringBuilder text = new StringBuilder();
  private int lineEnds = MAX_LINE_ENDS;
  private int quoted;
  private int pre;

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      words(words);
    } else if (node instanceof Element element) {
      open(element);
    }
  }

  private void words(TextNode words) {
    if (pre == 0) {
      write(words.text());
      return;
    }
    String[] lines = words.getWholeText().split("\r?\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        endLine();
      }
      write(lines[i]);
    }
  }

  private void open(Element element) {
    block(element);
    switch (element.normalName()) {
      case "br" -> endLine();
      case "li" -> write("- ");
      case "td", "th" -> write(" ");
      case "blockquote" -> quoted += depthOf(element);
      case "pre" -> pre++;
      default -> {}
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      block(element);
      switch (element.normalName()) {
        case "blockquote" -> quoted -= depthOf(element);
        case "pre" -> pre--;
        default -> {}
      }
    }
  }

  /** Some programs use the element to indent somebody's own words: those get no border. */
  private static int depthOf(Element element) {
    return element.attr("style").replace(" ", "").contains("border:none") ? 0 : 1;
  }

  private void block(Element element) {
    if (element.isBlock() && lineEnds == 0) {
      endLine();
    }
    if (SPACED.contains(element.normalName()) && lineEnds < MAX_LINE_ENDS) {
      endLine();
    }
  }

  private void endLine() {
    trim();
    if (lineEnds < MAX_LINE_ENDS) {
      text.append('\n');
      lineEnds++;
    }
  }

  private void trim() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
  }

  private void write(String words) {
    String written = lineEnds > 0 && pre == 0 ? words.stripLeading() : words;
    if (written.isEmpty()) {
      return;
    }
    if (lineEnds > 0) {
      text.append("> ".repeat(Math.min(quoted, MAX_QUOTED)));
    }
    text.append(written);
    lineEnds = 0;
  }

  String text() {
    return text.toString().replace('\u00a0', ' ');
  }
}
