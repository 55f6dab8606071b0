package org.mailroom.bounce.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which message came back, by all the places where a report may name its Message-ID. */
final class ReturnedMessage {
  private static final int MOST = 20;
  private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,400}>");
  private static final Pattern QUOTED =
      Pattern.compile("(?im)^[ \\t>|]*message-id:\\s*(<[^<>\\s]{1,400}>)");

  private final MimeMessage mail;
  private final List<Leaf> leaves;

  ReturnedMessage(MimeMessage mail, List<Leaf> leaves) {
    this.mail = mail;
    this.leaves = leaves;
  }

  /**
   * @param text which may quote the header of the message
   * @param noted what the delivery status says
   */
  List<String> ids(String text, List<String> noted) throws MessagingException {
    Set<String> ids = new LinkedHashSet<>();
    for (Leaf leaf : leaves) {
      if (leaf.isReturned()) {
        ids.addAll(in(leaf.headers().getHeader("Message-ID")));
      }
    }
    noted.forEach(id -> ids.addAll(in(id)));
    QUOTED.matcher(text).results().forEach(found -> ids.add(found.group(1)));
    ids.addAll(in(mail.getHeader("In-Reply-To")));
    ids.addAll(in(mail.getHeader("References")));
    return new ArrayList<>(ids).subList(0, Math.min(MOST, ids.size()));
  }

  private static List<String> in(String... values) {
    return Stream.of(Optional.ofNullable(values).orElseGet(() -> new String[0]))
        .flatMap(value -> ID.matcher(value).results())
        .map(MatchResult::group)
        .toList();
  }
}
