package org.mailroom.people;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;

/**
 * The people and groups we know. A group is addressed by its acronym; its addresses are its own and
 * those of its members.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
public class People {
  /**
   * The addresses of the group with this acronym, case ignored; empty if there is no such group.
   */
  public Optional<List<EmailAddress>> group(String acronym) {
    throw new UnsupportedOperationException();
  }

  /** The address of the person with this log-in, case ignored. */
  public Optional<EmailAddress> user(String login) {
    throw new UnsupportedOperationException();
  }

  /** Whether any person or group we know has this address. */
  public boolean knows(EmailAddress address) {
    throw new UnsupportedOperationException();
  }

  public List<GroupView> groups() {
    throw new UnsupportedOperationException();
  }

  public List<PersonView> persons() {
    throw new UnsupportedOperationException();
  }

  /** Registers or changes a group, known by its acronym. */
  public void saveGroup(GroupView group) {
    throw new UnsupportedOperationException();
  }

  public void deleteGroup(String acronym) {
    throw new UnsupportedOperationException();
  }
}
