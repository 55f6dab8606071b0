package org.mailroom.mailbox.check;

import java.util.List;
import java.util.stream.Stream;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.CheckReport.Fact;
import org.mailroom.mailbox.Finding;

/** What a step that passed has seen. */
record Seen(Finding finding, List<Fact> facts) {
  static Seen of(CheckCode code, Object... arguments) {
    return new Seen(Finding.of(code, arguments), List.of());
  }

  /** The same and one fact more, unless there is nothing in it. */
  Seen with(String name, Object value) {
    String text = Words.of(String.valueOf(value));
    return text.isEmpty()
        ? this
        : new Seen(
            finding, Stream.concat(facts.stream(), Stream.of(new Fact(name, text))).toList());
  }
}
