package org.mailroom.template.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.mailroom.template.TemplateView;

/** An e-mail template as it is kept; its HTML is sanitised. */
@Entity
@Table(name = "email_template")
public class Template {
  @Id private String identifier;
  private String title;
  private String html;
  private boolean active;

  protected Template() {}

  public Template(TemplateView stated) {
    this.identifier = stated.identifier();
    change(stated);
  }

  public void change(TemplateView stated) {
    title = stated.title();
    html = stated.html();
    active = stated.active();
  }

  public TemplateView view() {
    return new TemplateView(identifier, title, html, active);
  }
}
