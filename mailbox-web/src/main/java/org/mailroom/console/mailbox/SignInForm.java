package org.mailroom.console.mailbox;

import java.io.Serializable;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.vault.Secret;

/** As whom a mailbox signs in; the user follows the address until a person types another. */
public class SignInForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private Authentication authentication = Authentication.PASSWORD;
  private String user;
  private String followed;
  private String password;
  private boolean removePassword;
  private OAuthForm oauth = new OAuthForm();

  static SignInForm of(MailboxView mailbox) {
    var form = new SignInForm();
    form.authentication = mailbox.authentication();
    form.user = mailbox.user();
    form.followed = mailbox.address();
    form.oauth = OAuthForm.of(mailbox);
    return form;
  }

  /** The address of the mailbox has changed. */
  void follow(String address) {
    if (user == null || user.isBlank() || user.equals(followed)) {
      user = address;
    }
    followed = address;
  }

  /** How the mailbox signs in: one that is read always does. */
  Authentication authenticationOf(MailboxType type) {
    return type == MailboxType.INPUT && authentication == Authentication.NONE
        ? Authentication.PASSWORD
        : authentication;
  }

  String userOf(MailboxType type) {
    return authenticationOf(type) == Authentication.NONE ? null : user;
  }

  Secret secretOf(MailboxType type) {
    boolean used = authenticationOf(type) == Authentication.PASSWORD;
    return used && password != null ? Secret.of(password) : null;
  }

  public Authentication getAuthentication() {
    return authentication;
  }

  public void setAuthentication(Authentication authentication) {
    this.authentication = authentication;
    oauth.setChosen(authentication == Authentication.OAUTH2);
  }

  public OAuthForm getOauth() {
    return oauth;
  }

  public boolean isUsed() {
    return authentication != Authentication.NONE;
  }

  public boolean isByPassword() {
    return authentication == Authentication.PASSWORD;
  }

  public boolean isByOauth() {
    return authentication == Authentication.OAUTH2;
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

  /** The page never shows what was typed, so an empty field leaves it as it is. */
  public void setPassword(String password) {
    if (password != null && !password.isEmpty()) {
      this.password = password;
    }
  }

  public boolean isPasswordTyped() {
    return password != null;
  }

  public boolean isRemovePassword() {
    return removePassword;
  }

  public void setRemovePassword(boolean removePassword) {
    this.removePassword = removePassword;
  }
}
