package org.mailroom.console.request;

import java.io.Serializable;
import org.mailroom.request.Classification;
import org.mailroom.request.Priority;

/** The fields that say what a request is about, how urgent it is, and who looks after it. */
public class ClassificationForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String service;
  private Priority priority = Priority.NORMAL;
  private String group;

  /** Filled in with what was said. */
  public static ClassificationForm of(Classification classification) {
    ClassificationForm form = new ClassificationForm();
    form.service = classification.service();
    form.priority = classification.priority();
    form.group = classification.group();
    return form;
  }

  /** As the form says it; nothing in it is checked. */
  public Classification stated() {
    return new Classification(service, priority, group);
  }

  public Priority[] getPriorities() {
    return Priority.values();
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
