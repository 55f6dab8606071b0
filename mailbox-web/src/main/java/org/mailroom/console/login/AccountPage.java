package org.mailroom.console.login;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.mailroom.console.Notices;
import org.mailroom.people.LogIns;
import org.mailroom.people.Standing;
import org.mailroom.security.OwnSession;
import org.mailroom.vault.Secret;

/** The person's own account: log-out and password. */
@Named
@RequestScoped
public class AccountPage {
  @EJB LogIns logIns;
  @Inject OwnSession own;
  @Inject Notices notices;

  private String present = "";
  private String wanted = "";
  private String repeated = "";

  /** Ends the session, here and at the identity provider it came by. */
  public String logOut() throws ServletException, IOException {
    var external = external();
    Optional<URI> farewell = own.farewell();
    ((HttpServletRequest) external.getRequest()).logout();
    external.invalidateSession();
    if (farewell.isPresent()) {
      external.redirect(farewell.get().toString());
      return null;
    }
    return "/login?faces-redirect=true";
  }

  public String changePassword() {
    if (!wanted.equals(repeated)) {
      notices.refuse("account.password.different");
      return null;
    }
    own.goOn(logIns.changePassword(getLogin(), Secret.of(present), Secret.of(wanted)));
    notices.done("account.password.changed");
    return "/index?faces-redirect=true";
  }

  /** Whether somebody else knows the present password. */
  public boolean isMustChange() {
    return logIns.standing(getLogin()).filter(Standing::mustChangePassword).isPresent();
  }

  public String getLogin() {
    return external().getRemoteUser();
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  public String getPresent() {
    return present;
  }

  public void setPresent(String present) {
    this.present = present;
  }

  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getRepeated() {
    return repeated;
  }

  public void setRepeated(String repeated) {
    this.repeated = repeated;
  }
}
