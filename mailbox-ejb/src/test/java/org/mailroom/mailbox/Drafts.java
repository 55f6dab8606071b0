package org.mailroom.mailbox;

import org.mailroom.vault.Secret;

/** Drafts of mailboxes: right as they begin, and changed where a test wants it. */
public final class Drafts {
  private String name;
  private MailboxType type;
  private String server;
  private Integer port;
  private Security security;
  private Authentication authentication;
  private String user;
  private Secret password;
  private boolean removePassword;
  private Protocol protocol;
  private String folder;
  private String sender;
  private String senderName;
  private String replyTo;
  private Boolean verifyCertificate;
  private Boolean active;
  private Boolean readExisting;
  private String provider;
  private String mailSession;
  private OAuthDraft oauth;
  private AfterReading afterReading;

  private Drafts(MailboxType type) {
    this.type = type;
  }

  /** {@code support@xpto.example} is read over IMAPS. */
  public static Drafts input() {
    return new Drafts(MailboxType.INPUT)
        .name("XPTO in")
        .server("imap.xpto.example")
        .user("support@xpto.example")
        .password("geheim-1");
  }

  /** Mail leaves as {@code desk@xpto.example} over SMTPS, signed in. */
  public static Drafts output() {
    return new Drafts(MailboxType.OUTPUT)
        .name("XPTO out")
        .server("smtp.xpto.example")
        .user("desk")
        .password("geheim-2")
        .sender("desk@xpto.example");
  }

  /** Nothing is stated. */
  public static Drafts nothing() {
    return new Drafts(null);
  }

  public Drafts name(String stated) {
    name = stated;
    return this;
  }

  public Drafts type(MailboxType stated) {
    type = stated;
    return this;
  }

  public Drafts server(String stated) {
    server = stated;
    return this;
  }

  public Drafts port(Integer stated) {
    port = stated;
    return this;
  }

  public Drafts security(Security stated) {
    security = stated;
    return this;
  }

  public Drafts authentication(Authentication stated) {
    authentication = stated;
    return this;
  }

  public Drafts user(String stated) {
    user = stated;
    return this;
  }

  public Drafts password(String stated) {
    password = stated == null ? null : Secret.of(stated);
    return this;
  }

  public Drafts removePassword() {
    removePassword = true;
    return password(null);
  }

  public Drafts protocol(Protocol stated) {
    protocol = stated;
    return this;
  }

  public Drafts folder(String stated) {
    folder = stated;
    return this;
  }

  public Drafts sender(String stated) {
    sender = stated;
    return this;
  }

  public Drafts senderName(String stated) {
    senderName = stated;
    return this;
  }

  public Drafts replyTo(String stated) {
    replyTo = stated;
    return this;
  }

  public Drafts verifyCertificate(Boolean stated) {
    verifyCertificate = stated;
    return this;
  }

  public Drafts active(Boolean stated) {
    active = stated;
    return this;
  }

  public Drafts readExisting(Boolean stated) {
    readExisting = stated;
    return this;
  }

  public Drafts provider(String stated) {
    provider = stated;
    return this;
  }

  public Drafts mailSession(String stated) {
    mailSession = stated;
    return this;
  }

  public Drafts oauth(OAuthDraft stated) {
    oauth = stated;
    return this;
  }

  public Drafts afterReading(AfterReading stated) {
    afterReading = stated;
    return this;
  }

  public MailboxDraft draft() {
    return new MailboxDraft(
        name,
        type,
        server,
        port,
        security,
        authentication,
        user,
        password,
        removePassword,
        protocol,
        folder,
        sender,
        senderName,
        replyTo,
        verifyCertificate,
        active,
        readExisting,
        provider,
        mailSession,
        oauth,
        null,
        afterReading);
  }
}
