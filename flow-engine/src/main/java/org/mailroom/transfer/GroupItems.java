package org.mailroom.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.GroupView;
import org.mailroom.people.People;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.model.Stated;

/** Groups, known by their acronyms. */
@Dependent
class GroupItems implements Items {
  @EJB People people;

  @Override
  public Kind kind() {
    return Kind.GROUP;
  }

  @Override
  public List<Item> read(MailboxNames mailboxes) {
    return people.groups().stream()
        .sorted(Comparator.comparing(GroupView::acronym))
        .map(GroupItems::item)
        .toList();
  }

  private static Item item(GroupView group) {
    List<String> addresses = group.addresses().stream().map(EmailAddress::value).sorted().toList();
    return Item.of(
        Kind.GROUP,
        Map.of("acronym", group.acronym(), "name", group.name(), "addresses", addresses),
        0);
  }

  @Override
  public void write(Stated stated, Writing writing) {
    Item item = stated.item();
    String name = Objects.requireNonNullElse(item.text("name"), "");
    people.saveGroup(new GroupView(item.name(), name, writing.addresses(stated, "addresses")));
  }
}
