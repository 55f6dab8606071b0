package org.mailroom.inbound.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a part says to a reader, in either form or both.
 *
 * @param text empty if there is only HTML
 */
record Body(String text, String html) {
  static final Body NONE = new Body("", "");

  static Body plain(String text) {
    return new Body(text, "");
  }

  static Body html(String html) {
    return new Body("", html);
  }

  /** The same in several forms (multipart/alternative): the last is the richest. */
  static Body alternative(List<Body> bodies) {
    Body best = NONE;
    for (Body body : bodies) {
      best =
          new Body(
              best.text.isBlank() ? body.text : best.text,
              body.html.isBlank() ? best.html : body.html);
    }
    return best;
  }

  /** One after the other. */
  static Body sequence(List<Body> bodies) {
    List<Body> said = saidOnce(bodies.stream().filter(body -> !body.isBlank()).toList());
    if (said.size() == 1) {
      return said.get(0);
    }
    String text = said.stream().map(Body::readable).collect(Collectors.joining("\n\n"));
    return said.stream().allMatch(body -> body.html.isBlank())
        ? plain(text)
        : new Body(text, said.stream().map(Body::shown).collect(Collectors.joining("\n")));
  }

  /** Without what HTML says again: programs that know no alternatives send both forms. */
  private static List<Body> saidOnce(List<Body> bodies) {
    List<Body> said = new ArrayList<>();
    for (Body body : bodies) {
      int last = said.size() - 1;
      if (last >= 0 && body.text.isBlank() && said.get(last).saysTheSameAs(body)) {
        said.set(last, new Body(said.get(last).text, body.html));
      } else {
        said.add(body);
      }
    }
    return said;
  }

  private boolean saysTheSameAs(Body other) {
    return html.isBlank() && words(text).equals(words(other.readable()));
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  boolean isBlank() {
    return text.isBlank() && html.isBlank();
  }

  /** As text, from the HTML if need be. */
  String readable() {
    return text.isBlank() ? Html.of(html).text().strip() : text;
  }

  private String shown() {
    return html.isBlank() ? Html.escaped(text) : html;
  }
}
