package org.mailroom.console.mailbox;

import java.io.Serializable;
import java.util.Optional;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;

/** Where a mailbox connects to; the port follows the security until a person types one. */
public class ConnectionForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String provider;
  private String server;
  private Integer port;
  private Security security = Security.TLS;
  private Protocol protocol = Protocol.IMAP;
  private boolean verifyCertificate = true;
  private boolean portTyped;

  static ConnectionForm of(MailboxView mailbox) {
    var form = new ConnectionForm();
    form.provider = mailbox.provider();
    form.server = mailbox.server();
    form.security = Optional.ofNullable(mailbox.security()).orElse(Security.TLS);
    form.protocol = Optional.ofNullable(mailbox.protocol()).orElse(Protocol.IMAP);
    form.verifyCertificate = mailbox.verifyCertificate();
    form.port = mailbox.port() == 0 ? null : mailbox.port();
    form.portTyped(mailbox.type());
    return form;
  }

  /** Takes over where a preset or a search leads. */
  void take(MailboxType type, Protocol wanted, String host, int number, Security how) {
    protocol = wanted == null ? protocol : wanted;
    server = host;
    security = how;
    port = number;
    verifyCertificate = true;
    portTyped(type);
  }

  /** Type, protocol or security has changed. */
  void follow(MailboxType type) {
    if (!portTyped && type != null) {
      port = usualPort(type);
    }
  }

  /** The port has changed; emptying the field or typing the usual one lets it follow. */
  final void portTyped(MailboxType type) {
    portTyped = port != null && type != null && port != usualPort(type);
    follow(type);
  }

  private int usualPort(MailboxType type) {
    return UsualPort.of(type, protocol, security);
  }

  public String getProvider() {
    return provider;
  }

  public void setProvider(String provider) {
    this.provider = provider;
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

  public Protocol getProtocol() {
    return protocol;
  }

  public void setProtocol(Protocol protocol) {
    this.protocol = protocol;
  }

  public boolean isVerifyCertificate() {
    return verifyCertificate;
  }

  public void setVerifyCertificate(boolean verifyCertificate) {
    this.verifyCertificate = verifyCertificate;
  }
}
