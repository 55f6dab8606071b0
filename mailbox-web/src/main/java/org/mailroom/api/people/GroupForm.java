package org.mailroom.api.people;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.api.json.Fields;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.GroupView;

/** Reads groups from bodies. */
final class GroupForm {
  private GroupForm() {}

  static GroupView read(String acronym, Fields in) {
    in.require("name").pass("acronym");
    return new GroupView(acronym, in.text("name"), addresses(in));
  }

  private static List<EmailAddress> addresses(Fields in) {
    return Optional.ofNullable(in.texts("addresses")).stream()
        .flatMap(List::stream)
        .flatMap(text -> address(in, text))
        .toList();
  }

  private static Stream<EmailAddress> address(Fields in, String text) {
    var address = EmailAddress.parse(text);
    if (address.isEmpty()) {
      in.wrong("ADDRESS", "addresses", "holds no e-mail address: " + text);
    }
    return address.stream();
  }
}
