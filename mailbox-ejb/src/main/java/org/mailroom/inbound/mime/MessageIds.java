package org.mailroom.inbound.mime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The identifiers of mails in a header (RFC 5322 3.6.4). */
final class MessageIds {
  private static final Pattern ID = Pattern.compile("<[^<>]{1,990}>");
  private static final Pattern BARE = Pattern.compile("(?<![^\\s,])[^\\s,]{1,400}@[^\\s,]{1,400}");

  // what stands within an identifier that was too long for its line
  private static final Pattern FOLDED = Pattern.compile("[\\s\\x00]+");
  private static final int MAX_THREAD = 100;

  private MessageIds() {}

  /** The mail's own, with angle brackets even if it came without; empty if it has none. */
  static String own(Headers headers) {
    String value = CleanText.oneLine(headers.first("Message-ID"), 900);
    return all(value).findFirst().orElse(value.isEmpty() ? "" : '<' + value + '>');
  }

  /** Those the mail answers, nearest first. */
  static List<String> thread(Headers headers) {
    List<String> references = new ArrayList<>(all(headers, "References").toList());
    Collections.reverse(references);
    return Stream.concat(all(headers, "In-Reply-To"), references.stream())
        .distinct()
        .limit(MAX_THREAD)
        .toList();
  }

  /** Some programs write a header for each of them. */
  private static Stream<String> all(Headers headers, String name) {
    return headers.values(name).stream().flatMap(MessageIds::all);
  }

  /** Some programs encode them as if they were words, or forget the brackets. */
  private static Stream<String> all(String value) {
    String ids = EncodedWords.decode(value);
    return ids.indexOf('<') < 0
        ? BARE.matcher(ids).results().map(found -> '<' + found.group() + '>')
        : ID.matcher(ids).results().map(MatchResult::group).map(MessageIds::whole);
  }

  private static String whole(String id) {
    return FOLDED.matcher(id).replaceAll("");
  }
}
