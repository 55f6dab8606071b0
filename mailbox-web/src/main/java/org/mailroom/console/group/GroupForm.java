package org.mailroom.console.group;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.GroupView;
import org.mailroom.people.InvalidGroup;

/** The values on screen of one group; its addresses stand one on a line. */
public class GroupForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");

  private String acronym;
  private String name;
  private String addresses;

  static GroupForm of(GroupView group) {
    var form = new GroupForm();
    form.acronym = group.acronym();
    form.name = group.name();
    form.addresses =
        group.addresses().stream().map(EmailAddress::value).collect(Collectors.joining("\n"));
    return form;
  }

  GroupView toGroup() {
    List<Problem> problems =
        written().filter(text -> !isAddress(text)).map(this::noAddress).toList();
    if (!problems.isEmpty()) {
      throw new InvalidGroup(problems);
    }
    return new GroupView(
        acronym == null ? "" : acronym.strip().toUpperCase(Locale.ROOT),
        name == null ? "" : name.strip(),
        written().map(EmailAddress::new).toList());
  }

  private Stream<String> written() {
    return addresses == null
        ? Stream.empty()
        : SEPARATOR.splitAsStream(addresses).filter(text -> !text.isEmpty());
  }

  private static boolean isAddress(String text) {
    return EmailAddress.parse(text).isPresent();
  }

  private Problem noAddress(String text) {
    return new Problem("ADDRESS", "addresses", "\"%s\" is no e-mail address.".formatted(text));
  }

  public String getAcronym() {
    return acronym;
  }

  public void setAcronym(String acronym) {
    this.acronym = acronym;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getAddresses() {
    return addresses;
  }

  public void setAddresses(String addresses) {
    this.addresses = addresses;
  }
}
