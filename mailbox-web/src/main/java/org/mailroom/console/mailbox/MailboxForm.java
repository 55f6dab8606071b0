package org.mailroom.console.mailbox;

import java.io.Serializable;
import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Protocol;

/** The values on screen of one mailbox. */
public class MailboxForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private MailboxType type;
  private String name;
  private boolean active = true;
  private String address;
  private String senderName;
  private String replyTo;
  private String mailSession;
  private String folder;
  private boolean readExisting;
  private ConnectionForm connection = new ConnectionForm();
  private SignInForm signIn = new SignInForm();
  private OAuthForm oauth = new OAuthForm();
  private SendingForm sending = SendingForm.usual();
  private AfterReadingForm afterReading = new AfterReadingForm();

  static MailboxForm of(MailboxView mailbox) {
    var form = new MailboxForm();
    form.type = mailbox.type();
    form.name = mailbox.name();
    form.active = mailbox.active();
    form.address = EmailAddress.parse(mailbox.address()).map(EmailAddress::value).orElse(null);
    form.senderName = mailbox.senderName();
    form.replyTo = mailbox.replyTo();
    form.mailSession = mailbox.mailSession();
    form.folder = mailbox.folder();
    form.readExisting = mailbox.readExisting();
    form.connection = ConnectionForm.of(mailbox);
    form.signIn = SignInForm.of(mailbox);
    form.oauth = OAuthForm.of(mailbox.oauth());
    if (mailbox.policy() != null) {
      form.sending = SendingForm.of(mailbox.policy());
    }
    if (mailbox.afterReading() != null) {
      form.afterReading = AfterReadingForm.of(mailbox.afterReading());
    }
    return form;
  }

  /** What is known of the other direction of an account. */
  static MailboxForm pairOf(MailboxView mailbox) {
    MailboxForm form = new MailboxForm();
    form.type = otherThan(mailbox.type());
    form.address = EmailAddress.parse(mailbox.address()).map(EmailAddress::value).orElse(null);
    form.connection.setProvider(mailbox.provider());
    form.signIn.setUser(mailbox.user());
    form.signIn.follow(form.address);
    return form;
  }

  /** The same account signs in at the same provider; its secret is never known here. */
  void signInLike(MailboxView mailbox) {
    if (mailbox.oauth() != null) {
      signIn.setAuthentication(mailbox.authentication());
      oauth.askLike(mailbox.oauth());
    }
  }

  static MailboxType otherThan(MailboxType type) {
    return type == MailboxType.INPUT ? MailboxType.OUTPUT : MailboxType.INPUT;
  }

  MailboxDraft toDraft() {
    boolean input = type == MailboxType.INPUT;
    return new MailboxDraft(
        name,
        type,
        connection.getServer(),
        connection.getPort(),
        connection.getSecurity(),
        signIn.authenticationOf(type),
        signIn.userOf(type),
        signIn.secretOf(type),
        signIn.isRemovePassword(),
        input ? connection.getProtocol() : null,
        input && connection.getProtocol() == Protocol.IMAP ? folder : null,
        address,
        input ? null : senderName,
        input ? null : replyTo,
        connection.isVerifyCertificate(),
        active,
        input ? readExisting : null,
        connection.getProvider(),
        input ? null : mailSession,
        signIn.isByOauth() ? oauth.toDraft() : null,
        input ? null : sending.toPolicy(),
        input ? afterReading.of(connection.getProtocol()) : null);
  }

  /** Called when type, protocol or security has changed. */
  public void connectionChosen() {
    connection.follow(type);
  }

  /** Called when the port has changed. */
  public void portTyped() {
    connection.portTyped(type);
  }

  /** The domain of the address, once there is an address. */
  Optional<String> domain() {
    return EmailAddress.parse(address).map(EmailAddress::domain);
  }

  /** Whether it sends by a Mail Session of the server: nothing of a connection is asked then. */
  public boolean isBySession() {
    return type == MailboxType.OUTPUT && mailSession != null && !mailSession.isBlank();
  }

  /** What an Input mailbox speaks. */
  public Protocol getProtocol() {
    return connection.getProtocol();
  }

  public ConnectionForm getConnection() {
    return connection;
  }

  public SignInForm getSignIn() {
    return signIn;
  }

  public OAuthForm getOauth() {
    return oauth;
  }

  public AfterReadingForm getAfterReading() {
    return afterReading;
  }

  public SendingForm getSending() {
    return sending;
  }

  public MailboxType getType() {
    return type;
  }

  public void setType(MailboxType type) {
    this.type = type;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
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

  public String getMailSession() {
    return mailSession;
  }

  public void setMailSession(String mailSession) {
    this.mailSession = mailSession;
  }

  public String getFolder() {
    return folder;
  }

  public void setFolder(String folder) {
    this.folder = folder;
  }

  public boolean isReadExisting() {
    return readExisting;
  }

  public void setReadExisting(boolean readExisting) {
    this.readExisting = readExisting;
  }
}
