package org.mailroom.console.person;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Role;
import org.mailroom.console.Notices;
import org.mailroom.people.AccountView;
import org.mailroom.people.Accounts;
import org.mailroom.people.NewAccount;

/** The form of one person, new or registered. */
@Named
@ViewScoped
public class PersonPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/person/list?faces-redirect=true";

  @Inject Accounts accounts;
  @Inject Notices notices;

  private String id;
  private AccountView account;
  private PersonForm form = new PersonForm();
  // for the very page that follows, and never serialized with the view
  private transient String generated;

  /** Shows the person whose log-in is in the address, or an empty form. */
  public void load() {
    if (id != null) {
      show(accounts.get(id));
    }
  }

  private void show(AccountView shown) {
    account = shown;
    form = PersonForm.of(shown);
  }

  public String save() {
    return isNew() ? register() : change();
  }

  private String change() {
    accounts.change(id, form.toDraft(), Optional.of(account.version()));
    notices.done("person.saved", account.login());
    return LIST;
  }

  private String register() {
    NewAccount made = accounts.register(form.toDraft(), form.firstPassword());
    notices.done("person.saved", made.account().login());
    if (made.password().isEmpty()) {
      return LIST;
    }
    id = made.account().login();
    generated = made.password().get().reveal();
    show(made.account());
    return null;
  }

  public void resetPassword() {
    generated = accounts.resetPassword(id).reveal();
    show(accounts.get(id));
    notices.done("person.reset", id);
  }

  public String delete() {
    accounts.delete(id);
    notices.done("person.deleted", id);
    return LIST;
  }

  /** A generated password, on the page that follows and never again. */
  public String getGenerated() {
    return generated;
  }

  public List<Role> getRoles() {
    return List.of(Role.values());
  }

  public boolean isNew() {
    return id == null;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public AccountView getAccount() {
    return account;
  }

  public PersonForm getForm() {
    return form;
  }
}
