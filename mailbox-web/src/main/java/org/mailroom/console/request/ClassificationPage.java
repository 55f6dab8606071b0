package org.mailroom.console.request;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.mailroom.console.Choices;
import org.mailroom.console.Notices;
import org.mailroom.people.GroupView;
import org.mailroom.request.Classification;
import org.mailroom.request.Priority;
import org.mailroom.request.RequestClassifications;
import org.mailroom.request.RequestNumber;

/** What the request that the page shows is about, how urgent it is, and who looks after it. */
@Named
@ViewScoped
public class ClassificationPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject RequestPage page;
  @Inject RequestClassifications classifications;
  @Inject Choices choices;
  @Inject Notices notices;

  private String service;
  private Priority priority;
  private String group;

  /** Takes what the request says now, when the page is opened. */
  public void load() {
    Classification now = page.getRequest().classification();
    service = now.service();
    priority = now.priority();
    group = now.group();
  }

  public void save() {
    RequestNumber number = new RequestNumber(page.getNumber());
    classifications.change(number, new Classification(service, priority, group));
    page.load();
    load();
    notices.done("request.classified");
  }

  /** Also the one that the request has, if it was deleted since. */
  public List<String> getGroups() {
    return Stream.concat(
            choices.getGroups().stream().map(GroupView::acronym),
            Stream.of(page.getRequest().classification().group()))
        .filter(acronym -> !acronym.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  public List<Priority> getPriorities() {
    return List.of(Priority.values());
  }

  public String getService() {
    return service;
  }

  public void setService(String service) {
    this.service = service;
  }

  public Priority getPriority() {
    return priority;
  }

  public void setPriority(Priority priority) {
    this.priority = priority;
  }

  public String getGroup() {
    return group;
  }

  public void setGroup(String group) {
    this.group = group;
  }
}
