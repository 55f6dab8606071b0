package org.mailroom.people.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.GroupView;

/** A group of people, known by its acronym. */
@Entity
@Table(name = "people_group")
public class Group {
  @Id private String acronym;

  private String name;

  @ElementCollection
  @CollectionTable(
      name = "people_group_address",
      joinColumns = @JoinColumn(name = "acronym", referencedColumnName = "acronym"))
  @Column(name = "address")
  private Set<String> addresses = new HashSet<>();

  protected Group() {}

  public Group(GroupView stated) {
    this.acronym = keyOf(stated.acronym());
    change(stated);
  }

  /** What makes two acronyms the same. */
  public static String keyOf(String acronym) {
    return acronym.strip().toUpperCase(Locale.ROOT);
  }

  public void change(GroupView stated) {
    name = stated.name();
    Set<String> wanted =
        stated.addresses().stream().map(EmailAddress::value).collect(Collectors.toSet());
    addresses.retainAll(wanted);
    addresses.addAll(wanted);
  }

  public GroupView view() {
    return new GroupView(
        acronym, name, addresses.stream().sorted().map(EmailAddress::new).toList());
  }
}
