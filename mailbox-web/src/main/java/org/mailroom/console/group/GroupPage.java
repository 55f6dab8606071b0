package org.mailroom.console.group;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mailroom.console.Notices;
import org.mailroom.people.GroupView;
import org.mailroom.people.People;

/** The form of one group, new or registered. */
@Named
@ViewScoped
public class GroupPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject People people;
  @Inject Notices notices;

  private String id;
  private GroupForm form = new GroupForm();

  /** Shows the group whose acronym is in the address; a free acronym begins a new group. */
  public void load() {
    people.groups().stream()
        .filter(group -> group.acronym().equalsIgnoreCase(id))
        .findFirst()
        .ifPresent(group -> form = GroupForm.of(group));
  }

  public String save() {
    GroupView group = form.toGroup();
    people.saveGroup(group);
    notices.done("group.saved", group.acronym());
    return "/group/list?faces-redirect=true";
  }

  public boolean isNew() {
    return id == null;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public GroupForm getForm() {
    return form;
  }
}
