package org.mailroom.delivery.smtp;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.mail.MailSessionDefinition;
import jakarta.mail.Session;
import java.util.Properties;
import org.mailroom.access.Allowed;

/**
 * The container-managed Mail Session behind the system's default outbox. A definition holds
 * constants only, so it is the base, and the {@code MAILROOM_MAIL_*} variables are laid over it.
 */
@MailSessionDefinition(
    name = ContainerMailSession.JNDI_NAME,
    transportProtocol = "smtp",
    host = "localhost",
    properties = {"mail.smtp.ehlo=true", "mail.smtps.ehlo=true"})
@Stateless
@Allowed
public class ContainerMailSession {
  static final String JNDI_NAME = "java:app/mail/mailroom";

  @Resource(lookup = JNDI_NAME)
  Session session;

  /** A copy of its settings. Not its host: servers disagree about where they keep that. */
  public Properties settings() {
    Properties copy = new Properties();
    copy.putAll(session.getProperties());
    return copy;
  }
}
