package org.mailroom.console.token;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import org.mailroom.console.Notices;
import org.mailroom.token.TokenView;
import org.mailroom.token.Tokens;

/** The API tokens of everybody. */
@Named
@ViewScoped
public class AllTokensPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Tokens tokens;
  @Inject Notices notices;
  @Inject Clock clock;

  private transient List<TokenView> rows;

  public List<TokenView> getRows() {
    if (rows == null) {
      rows = tokens.all();
    }
    return rows;
  }

  public void revoke(TokenView token) {
    tokens.revoke(token.id());
    rows = null;
    notices.done("token.revoked", token.scope().name());
  }

  public boolean isExpired(TokenView token) {
    return token.expired(clock.instant());
  }
}
