package org.mailroom.console.mailbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpSession;
import org.mailroom.console.Notices;
import org.mailroom.failure.Failure;
import org.mailroom.mailbox.ConsentAnswer;
import org.mailroom.mailbox.Consents;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Mailboxes;

/** Where the provider sends a person back to, with a code or with a reason why there is none. */
@Named
@RequestScoped
public class ConsentCallbackPage {
  @EJB Consents consents;
  @EJB Mailboxes mailboxes;
  @Inject Notices notices;
  @Inject ExternalContext page;

  private String state;
  private String code;
  private String error;
  private String errorDescription;
  private String issuer;
  private String failure;

  /** Completes the consent, and goes on to its mailbox; stays here if that fails. */
  public String finish() {
    HttpSession session = (HttpSession) page.getSession(true);
    try {
      MailboxId id =
          consents.finish(
              new ConsentAnswer(state, code, error, errorDescription, issuer), session.getId());
      notices.done("oauth.consent.done", mailboxes.get(id).name());
      return "/mailbox/form?faces-redirect=true&id=" + id;
    } catch (Failure refused) {
      failure = refused.getMessage();
      return null;
    }
  }

  /** Why there is no consent. */
  public String getFailure() {
    return failure;
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getError() {
    return error;
  }

  public void setError(String error) {
    this.error = error;
  }

  public String getErrorDescription() {
    return errorDescription;
  }

  public void setErrorDescription(String errorDescription) {
    this.errorDescription = errorDescription;
  }

  public String getIssuer() {
    return issuer;
  }

  public void setIssuer(String issuer) {
    this.issuer = issuer;
  }
}
