package org.mailroom.console.mailbox;

import java.io.Serializable;
import java.util.Optional;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.vault.Secret;

/** The values on screen of one mailbox; the port follows the security until a person types one. */
public class MailboxForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name;
  private MailboxType type;
  private String server;
  private Integer port;
  private Security security = Security.TLS;
  private boolean signIn = true;
  private String user;
  private String password;
  private boolean removePassword;
  private Protocol protocol = Protocol.IMAP;
  private String folder;
  private String sender;
  private String senderName;
  private String replyTo;
  private boolean verifyCertificate = true;
  private boolean active = true;
  private boolean readExisting;
  private boolean portTyped;
  private OAuthForm oauth = new OAuthForm();

  static MailboxForm of(MailboxView mailbox) {
    var form = new MailboxForm();
    form.name = mailbox.name();
    form.type = mailbox.type();
    form.sender = mailbox.sender();
    form.senderName = mailbox.senderName();
    form.replyTo = mailbox.replyTo();
    form.folder = mailbox.folder();
    form.active = mailbox.active();
    form.readExisting = mailbox.readExisting();
    form.connectionOf(mailbox);
    form.oauth = OAuthForm.of(mailbox);
    return form;
  }

  private void connectionOf(MailboxView mailbox) {
    server = mailbox.server();
    security = mailbox.security();
    protocol = Optional.ofNullable(mailbox.protocol()).orElse(Protocol.IMAP);
    signIn = mailbox.authentication() != Authentication.NONE;
    user = mailbox.user();
    verifyCertificate = mailbox.verifyCertificate();
    port = mailbox.port();
    portTyped();
  }

  MailboxDraft toDraft() {
    boolean input = type == MailboxType.INPUT;
    return new MailboxDraft(
        name,
        type,
        server,
        port,
        security,
        authentication(),
        usesUser() ? user : null,
        secret(),
        removePassword,
        input ? protocol : null,
        input && protocol == Protocol.IMAP ? folder : null,
        input ? null : sender,
        input ? null : senderName,
        input ? null : replyTo,
        verifyCertificate,
        active,
        input ? readExisting : null,
        null,
        null,
        usesUser() ? oauth.toDraft() : null);
  }

  private Authentication authentication() {
    if (!usesUser()) {
      return Authentication.NONE;
    }
    return oauth.isChosen() ? Authentication.OAUTH2 : Authentication.PASSWORD;
  }

  private boolean usesUser() {
    return type != MailboxType.OUTPUT || signIn;
  }

  private Secret secret() {
    return authentication() != Authentication.PASSWORD || password == null
        ? null
        : Secret.of(password);
  }

  /** Called when type, protocol or security has changed. */
  public void connectionChosen() {
    if (!portTyped && type != null) {
      port = usualPort();
    }
  }

  /**
   * Called when the port has changed; emptying the field or typing the usual one lets it follow.
   */
  public final void portTyped() {
    portTyped = port != null && port != usualPort();
    connectionChosen();
  }

  private int usualPort() {
    return UsualPort.of(type, protocol, security);
  }

  public OAuthForm getOauth() {
    return oauth;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public MailboxType getType() {
    return type;
  }

  public void setType(MailboxType type) {
    this.type = type;
  }

  public String getServer() {
    return server;
  }

  public void setServer(String server) {
    this.server = server;
  }

  public Integer getPort() {
    return port;
  }

  public void setPort(Integer port) {
    this.port = port;
  }

  public Security getSecurity() {
    return security;
  }

  public void setSecurity(Security security) {
    this.security = security;
  }

  public boolean isSignIn() {
    return signIn;
  }

  public void setSignIn(boolean signIn) {
    this.signIn = signIn;
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

  public Protocol getProtocol() {
    return protocol;
  }

  public void setProtocol(Protocol protocol) {
    this.protocol = protocol;
  }

  public String getFolder() {
    return folder;
  }

  public void setFolder(String folder) {
    this.folder = folder;
  }

  public String getSender() {
    return sender;
  }

  public void setSender(String sender) {
    this.sender = sender;
  }

  public String getSenderName() {
    return senderName;
  }

  public void setSenderName(String senderName) {
    this.senderName = senderName;
  }

  public String getReplyTo() {
    return replyTo;
  }

  public void setReplyTo(String replyTo) {
    this.replyTo = replyTo;
  }

  public boolean isVerifyCertificate() {
    return verifyCertificate;
  }

  public void setVerifyCertificate(boolean verifyCertificate) {
    this.verifyCertificate = verifyCertificate;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public boolean isReadExisting() {
    return readExisting;
  }

  public void setReadExisting(boolean readExisting) {
    this.readExisting = readExisting;
  }
}
