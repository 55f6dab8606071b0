package org.mailroom.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.outbox.OutboxFixture.through;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.naming.NameNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.delivery.Transmission;
import org.mailroom.environment.SettableClock;
import org.mailroom.inbound.LocalMailServer;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailSessions;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Security;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.OutgoingMail.Priority;
import org.mailroom.outbox.mime.MimeRenderer;

/** What we render and send, as another mail implementation reads it. */
class GreenMailTest {
  private static final Lane LANE = Lane.of(new MailboxId(1));

  private final GreenMail greenMail =
      new GreenMail(
          new ServerSetup[] {
            LocalMailServer.setup(ServerSetup.PROTOCOL_SMTP),
            LocalMailServer.setup(ServerSetup.PROTOCOL_SMTPS)
          });
  private final SettableClock clock = new SettableClock();
  private final SmtpConnections connections =
      SmtpFixture.connections(clock, Duration.ofSeconds(20));

  @BeforeEach
  void start() {
    greenMail.start();
    greenMail.setUser("desk@xpto.example", "desk", "secret");
  }

  @AfterEach
  void stop() {
    connections.close();
    greenMail.stop();
  }

  @Test
  void a_message_arrives_in_both_parts_and_in_every_script() throws Exception {
    Transmission sent = send(greenMail.getSmtp().getPort(), Security.NONE, "secret");

    assertThat(sent.trouble()).isEmpty();
    assertThatItArrived();
  }

  @Test
  void over_tls_too() throws Exception {
    Transmission sent = send(greenMail.getSmtps().getPort(), Security.TLS, "secret");

    assertThat(sent.trouble()).isEmpty();
    assertThatItArrived();
  }

  @Test
  void a_wrong_password_is_a_refused_log_in() {
    Transmission sent = send(greenMail.getSmtp().getPort(), Security.NONE, "wrong");

    assertThat(sent.trouble().map(Transmission.Trouble::kind)).contains(Trouble.LOGIN);
    assertThat(greenMail.getReceivedMessages()).isEmpty();
  }

  @Test
  void by_a_session_of_the_server_too() throws Exception {
    Properties said = new Properties();
    said.setProperty("mail.host", "localhost");
    said.setProperty("mail.smtp.port", Integer.toString(greenMail.getSmtp().getPort()));
    said.setProperty("mail.user", "desk");
    said.setProperty("mail.password", "secret");
    connections.sessions = new MailSessions(name -> Session.getInstance(said));

    assertThat(sendBySession().trouble()).isEmpty();
    said.setProperty("mail.password", "wrong");
    Transmission refused = sendBySession();

    assertThatItArrived();
    assertThat(refused.trouble().map(Transmission.Trouble::kind))
        .as("what the operator changes counts from the next message on")
        .contains(Trouble.LOGIN);
  }

  @Test
  void a_session_that_is_not_there_is_a_matter_of_settings() {
    connections.sessions =
        new MailSessions(
            name -> {
              throw new NameNotFoundException(name);
            });

    Transmission sent = sendBySession();

    assertThat(sent.trouble())
        .contains(
            new Transmission.Trouble(
                Trouble.SETTINGS, "This server has no Mail Session named \"mail/xpto\"."));
  }

  private Transmission sendBySession() {
    return send(SmtpFixture.bySession(1, "mail/xpto"));
  }

  private Transmission send(int port, Security security, String password) {
    return send(SmtpFixture.account(1, port, security, Optional.of(password)));
  }

  private Transmission send(Account account) {
    byte[] raw = new MimeRenderer().render(mail(), "<1@xpto.example>", clock.instant());
    Leased message =
        new Leased(
            new OutboxMessageId(1), "desk@xpto.example", List.of("ana@client.example"), raw, 0);
    return SmtpFixture.send(connections, LANE, account, message);
  }

  private static OutgoingMail mail() {
    return new OutgoingMail(
        through(1, "desk@xpto.example"),
        "",
        List.of(new EmailAddress("ana@client.example")),
        Optional.empty(),
        "Solicitação 4711 漢字",
        "",
        "<p>Está <b>pronto</b>: 漢字</p>",
        List.of(),
        "4711",
        "17",
        Priority.ROUTINE,
        "element notify",
        Optional.empty());
  }

  private void assertThatItArrived() throws MessagingException, IOException {
    MimeMessage[] received = greenMail.getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getSubject()).isEqualTo("Solicitação 4711 漢字");
    MimeMultipart parts = (MimeMultipart) received[0].getContent();
    assertThat(parts.getBodyPart(0).getContent()).asString().startsWith("Está pronto: 漢字");
    assertThat(parts.getBodyPart(1).getContent()).asString().startsWith("<p>Está <b>pronto</b>");
  }
}
