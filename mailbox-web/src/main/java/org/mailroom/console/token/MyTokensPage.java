package org.mailroom.console.token;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.mailroom.access.Caller;
import org.mailroom.access.Role;
import org.mailroom.console.Notices;
import org.mailroom.token.NewToken;
import org.mailroom.token.TokenDraft;
import org.mailroom.token.TokenView;
import org.mailroom.token.Tokens;

/** The person's own API tokens. */
@Named
@ViewScoped
public class MyTokensPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<Integer> LIVES = List.of(7, 30, 90, 180, 365, 730);

  @Inject Tokens tokens;
  @Inject Caller caller;
  @Inject Notices notices;
  @Inject Clock clock;

  private transient List<TokenView> rows;
  // for the very page that follows, and never serialized with the view
  private transient String made;
  private String name;
  private Role[] roles = {};
  private boolean readOnly = true;
  private int days = TokenDraft.USUAL_DAYS;

  public List<TokenView> getRows() {
    if (rows == null) {
      rows = tokens.mine();
    }
    return rows;
  }

  public void make() {
    NewToken token = tokens.make(new TokenDraft(name, Set.of(roles), readOnly, days));
    made = token.secret().reveal();
    name = null;
    rows = null;
    notices.done("token.made");
  }

  public void revoke(TokenView token) {
    tokens.revokeMine(token.id());
    rows = null;
    notices.done("token.revoked", token.scope().name());
  }

  public boolean isExpired(TokenView token) {
    return token.expired(clock.instant());
  }

  /** The token that was just made, on the page that follows and never again. */
  public String getMade() {
    return made;
  }

  public Set<Role> getOwnRoles() {
    return caller.roles();
  }

  public List<Integer> getLives() {
    return LIVES;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Role[] getRoles() {
    return roles;
  }

  public void setRoles(Role[] roles) {
    this.roles = roles;
  }

  public boolean isReadOnly() {
    return readOnly;
  }

  public void setReadOnly(boolean readOnly) {
    this.readOnly = readOnly;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }
}
