package org.mailroom.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import org.mailroom.failure.Problem;

/** Tells the person what was done; a notice survives the redirect that follows it. */
@ApplicationScoped
public class Notices {

  public void done(String key, Object... arguments) {
    add(FacesMessage.SEVERITY_INFO, key, arguments);
  }

  public void warn(String key, Object... arguments) {
    add(FacesMessage.SEVERITY_WARN, key, arguments);
  }

  public void refuse(String key, Object... arguments) {
    add(FacesMessage.SEVERITY_ERROR, key, arguments);
  }

  /** Tells a problem at its field, if the page has it. */
  public void atField(Problem problem) {
    FailureMessages.show(problem, FacesContext.getCurrentInstance());
  }

  /** A text in the language of the page, for what is kept and not shown at once. */
  public String words(String key, Object... arguments) {
    return Texts.text(key, arguments);
  }

  private static void add(FacesMessage.Severity severity, String key, Object... arguments) {
    var faces = FacesContext.getCurrentInstance();
    faces.addMessage(null, new FacesMessage(severity, Texts.text(key, arguments), null));
    faces.getExternalContext().getFlash().setKeepMessages(true);
  }
}
