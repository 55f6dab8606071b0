package org.mailroom.console.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mailroom.console.Notices;
import org.mailroom.oidc.IdentityProvider;
import org.mailroom.security.OwnSession;

/** The form to log in with. */
@Named
@RequestScoped
public class LoginPage {
  private static final String HOME = "/index?faces-redirect=true";

  @Inject SecurityContext security;
  @Inject IdentityProvider provider;
  @Inject OwnSession own;
  @Inject Notices notices;
  @Inject Clock clock;

  private String user;
  private String password;

  /** Lets somebody who is logged in already go on. */
  public String skip() {
    return security.getCallerPrincipal() == null ? null : HOME;
  }

  /** Whether there is another way in than the form. */
  public boolean isProvided() {
    return provider.isConfigured();
  }

  public String logIn() {
    AuthenticationStatus status = authenticate();
    if (status == AuthenticationStatus.SEND_CONTINUE) {
      FacesContext.getCurrentInstance().responseComplete();
      return null;
    }
    if (status == AuthenticationStatus.SUCCESS) {
      return HOME;
    }
    own.lockedUntil()
        .ifPresentOrElse(
            until -> notices.refuse("login.locked", minutes(until)),
            () -> notices.refuse("login.refused"));
    return null;
  }

  private long minutes(Instant until) {
    return Math.max(1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
  }

  private AuthenticationStatus authenticate() {
    var external = FacesContext.getCurrentInstance().getExternalContext();
    return security.authenticate(
        (HttpServletRequest) external.getRequest(),
        (HttpServletResponse) external.getResponse(),
        AuthenticationParameters.withParams()
            .credential(new UsernamePasswordCredential(user, password)));
  }

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
