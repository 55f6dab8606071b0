package org.mailroom.console.person;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mailroom.access.Role;
import org.mailroom.console.Notices;
import org.mailroom.console.PageModel;
import org.mailroom.lockout.LockOutView;
import org.mailroom.lockout.LockOuts;
import org.mailroom.people.AccountView;
import org.mailroom.people.Accounts;

/** The list of the people who may log in, and of who failed to. */
@Named
@ViewScoped
public class PersonListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Accounts accounts;
  @Inject LockOuts lockOuts;
  @Inject Notices notices;

  private final PageModel<AccountView> rows =
      new PageModel<>(slice -> accounts.list(getText(), slice));
  private transient List<LockOutView> failures;
  private String text;

  public List<LockOutView> getFailures() {
    if (failures == null) {
      failures = lockOuts.list();
    }
    return failures;
  }

  public void lift(LockOutView failure) {
    lockOuts.lift(failure.key());
    failures = null;
    notices.done("lockout.lifted");
  }

  public List<Role> roles(AccountView account) {
    return account.roles().stream().sorted().toList();
  }

  public PageModel<AccountView> getRows() {
    return rows;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
