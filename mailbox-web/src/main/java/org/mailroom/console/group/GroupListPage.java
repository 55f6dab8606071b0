package org.mailroom.console.group;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mailroom.console.Notices;
import org.mailroom.people.GroupView;
import org.mailroom.people.People;

/** The list of groups. */
@Named
@ViewScoped
public class GroupListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject People people;
  @Inject Notices notices;

  private transient List<GroupView> rows;

  public List<GroupView> getRows() {
    if (rows == null) {
      rows = people.groups();
    }
    return rows;
  }

  public void delete(GroupView group) {
    people.deleteGroup(group.acronym());
    rows = null;
    notices.done("group.deleted", group.acronym());
  }
}
