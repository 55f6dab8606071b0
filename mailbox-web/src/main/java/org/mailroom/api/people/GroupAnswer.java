package org.mailroom.api.people;

import java.util.List;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.GroupView;

/** A group in JSON. */
public record GroupAnswer(String acronym, String name, List<String> addresses) {
  static GroupAnswer of(GroupView group) {
    var addresses = group.addresses().stream().map(EmailAddress::value).toList();
    return new GroupAnswer(group.acronym(), group.name(), addresses);
  }
}
