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

  private ClassificationForm form;

  /** Takes what the request says now, when the page is opened. */
  public void load() {
    form = ClassificationForm.of(page.getRequest().classification());
  }

  public void save() {
    classifications.change(new RequestNumber(page.getNumber()), form.stated());
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

  public ClassificationForm getForm() {
    return form;
  }
}
