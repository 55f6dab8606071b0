package org.mailroom.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.deployed.MailHost.header;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.guest.Guest;

/** The EAR on a full server, with the EJB module of somebody else inside that injects our beans. */
class EarOnPayaraServerIT {
  private static final String PASSWORD = "a long administrator's password";

  @TempDir Path directory;

  @Test
  void another_module_injects_the_beans_and_its_mail_leaves_by_the_contracts_mailbox() {
    try (MailHost contract = new MailHost();
        MailHost standard = new MailHost();
        PayaraServer server = new PayaraServer(directory, environment(contract, standard))) {
      server.deploy(earWithGuest());
      Await.until("both mails arrive", () -> received(contract, standard) >= 2);
      Rest rest = new Rest(server.url(), "admin", PASSWORD);
      Await.until("both are settled", () -> rest.total("messages?state=SENT") == 2);

      assertThat(received(contract, standard)).isEqualTo(2);
      MimeMessage specific = contract.receivedBy("ana@customer.example").get(0);
      MimeMessage byDefault = standard.receivedBy("ana@customer.example").get(0);
      assertThat(header(specific, "From")).contains("guest@guest.example");
      assertThat(header(byDefault, "From")).contains("desk@mailroom.example");
      assertThat(rest.first("requests").getString("title")).isEqualTo("From a guest");
      // the roles are asked for at the beans of each module of the EAR
      Rest operator = new Rest(server.url(), Guest.OPERATOR, Guest.OPERATOR);
      assertThat(operator.total("contracts")).isEqualTo(1);
      assertThat(operator.delete("contracts/1").status()).isEqualTo(403);
      assertThat(operator.delete("mailboxes/1").status()).isEqualTo(403);
      assertThat(operator.delete("flows/two-identities").status()).isEqualTo(403);
    }
  }

  private Map<String, String> environment(MailHost contract, MailHost standard) {
    return Map.of(
        Guest.SMTP_PORT,
        Integer.toString(contract.smtp()),
        "MAILROOM_DATA_DIR",
        directory.resolve("data").toString(),
        "MAILROOM_ADMIN_PASSWORD",
        PASSWORD,
        "MAILROOM_ALLOWED_HOSTS",
        "127.0.0.1",
        "MAILROOM_MAIL_HOST",
        "127.0.0.1",
        "MAILROOM_MAIL_PORT",
        Integer.toString(standard.smtp()),
        "MAILROOM_MAIL_SECURITY",
        "NONE",
        "MAILROOM_MAIL_FROM",
        "desk@mailroom.example");
  }

  private static int received(MailHost... hosts) {
    int all = 0;
    for (MailHost host : hosts) {
      all += host.received().size();
    }
    return all;
  }

  private Path earWithGuest() {
    EnterpriseArchive ear =
        ShrinkWrap.createFromZipFile(
            EnterpriseArchive.class, Path.of(System.getProperty("mailroom.ear")).toFile());
    String application = Archives.text(ear, "META-INF/application.xml");
    ear.addAsModule(guest());
    ear.setApplicationXML(new StringAsset(withModule(application, "guest.jar")));
    Path file = directory.resolve("mailroom.ear");
    ear.as(ZipExporter.class).exportTo(file.toFile());
    return file;
  }

  private static String withModule(String application, String module) {
    String entry = "<module><ejb>" + module + "</ejb></module>";
    int afterLast = application.lastIndexOf("</module>") + "</module>".length();
    return application.substring(0, afterLast) + entry + application.substring(afterLast);
  }

  private static JavaArchive guest() {
    return ShrinkWrap.create(JavaArchive.class, "guest.jar")
        .addClass(Guest.class)
        .addAsResource(new StringAsset(Desk.resource("two-identities.bpmn")), "two-identities.bpmn")
        .addAsManifestResource(
            new StringAsset("<beans bean-discovery-mode=\"annotated\"/>"), "beans.xml");
  }
}
