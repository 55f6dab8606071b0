package org.mailroom.console.template;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mailroom.console.Notices;
import org.mailroom.template.TemplateNotFound;
import org.mailroom.template.TemplateView;
import org.mailroom.template.Templates;

/** The form of one e-mail template, new or registered. */
@Named
@ViewScoped
public class TemplatePage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The keys most mails need; the manual lists them all. */
  private static final List<String> KEYS =
      List.of(
          "${IDSERVICEREQUEST}",
          "${TITLE}",
          "${DESCRIPTION}",
          "${CLIENTNAME}",
          "${CONTRACTNAME}",
          "${CONTACTNAME}",
          "${CONTACTEMAIL}",
          "${DESCRSITUATION}",
          "${REQUESTDATETIMESTR}",
          "${LINKSERVICEREQUEST}");

  @Inject Templates templates;
  @Inject Notices notices;

  private String id;
  private String identifier;
  private String title;
  private String html;
  private boolean active = true;

  /** Shows the template named in the address, or an empty form. */
  public void load() {
    if (!isNew()) {
      show(templates.find(id).orElseThrow(() -> new TemplateNotFound(id)));
    }
  }

  private void show(TemplateView template) {
    identifier = template.identifier();
    title = template.title();
    html = template.html();
    active = template.active();
  }

  public String save() {
    templates.save(new TemplateView(isNew() ? identifier : id, title, html, active));
    notices.done("template.saved", identifier);
    return "/template/list?faces-redirect=true";
  }

  public boolean isNew() {
    return id == null;
  }

  public List<String> getKeys() {
    return KEYS;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getIdentifier() {
    return identifier;
  }

  public void setIdentifier(String identifier) {
    this.identifier = identifier;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getHtml() {
    return html;
  }

  public void setHtml(String html) {
    this.html = html;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }
}
