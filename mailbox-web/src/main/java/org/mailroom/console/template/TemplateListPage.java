package org.mailroom.console.template;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mailroom.console.Notices;
import org.mailroom.template.TemplateView;
import org.mailroom.template.Templates;

/** The list of e-mail templates. */
@Named
@ViewScoped
public class TemplateListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Templates templates;
  @Inject Notices notices;

  private transient List<TemplateView> rows;

  public List<TemplateView> getRows() {
    if (rows == null) {
      rows = templates.list();
    }
    return rows;
  }

  public void delete(TemplateView template) {
    templates.delete(template.identifier());
    rows = null;
    notices.done("template.deleted", template.identifier());
  }
}
