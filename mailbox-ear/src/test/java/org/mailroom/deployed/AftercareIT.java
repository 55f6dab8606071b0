package org.mailroom.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of mail on its server after reading, in the application as it is deployed: flagged,
 * moved to folders that are made for it, deleted. Mail of strangers is quarantined.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AftercareIT {
  private static final String SECRET = "s3cret-Of-A-Mailbox";

  @AutoClose private final MailHost host = new MailHost();
  @AutoClose private RunningMailroom mailroom;

  @BeforeAll
  void start(@TempDir Path directory) {
    mailroom = RunningMailroom.in(directory, Map.of());
  }

  @Test
  void mail_is_flagged() {
    String box = box("flag", after("FLAG"));

    put(box, "one");

    Await.until("it is flagged", () -> host.flagged(box) == 1);
    assertThat(host.subjects(box, "INBOX")).containsExactly("one", "stranger");
  }

  @Test
  void mail_is_moved_to_folders_that_are_made_for_it() {
    JsonObject moving =
        Rest.json()
            .add("afterSuccess", "MOVE")
            .add("successFolder", "Done/2026")
            .add("afterFailure", "MOVE")
            .add("failureFolder", "Look at")
            .build();
    String box = box("move", moving);
    JsonObject check = mailroom.rest().post("mailboxes/check", input(box, moving)).json();
    assertThat(check.toString()).contains("\"successFolder\"", "which is not there yet");
    assertThat(host.folders(box)).containsExactly("INBOX");

    put(box, "one");
    put(box, "two");

    // this server takes a mail out of one folder before it puts it into the other
    Await.until("all are moved", () -> moved(box) == 4);
    assertThat(host.subjects(box, "INBOX")).isEmpty();
    // two conversations, which are judged side by side
    assertThat(host.subjects(box, "Done.2026")).containsExactlyInAnyOrder("one", "two");
    assertThat(host.subjects(box, "Look at")).containsExactly("stranger", "stranger");
    assertThat(mailroom.rest().total("received?mailbox=" + id(box))).isEqualTo(4);
  }

  @Test
  void mail_is_deleted_but_what_is_quarantined_stays() {
    String box = box("delete", after("DELETE"));

    put(box, "one");

    Await.until("one is gone", () -> host.subjects(box, "INBOX").equals(List.of("stranger")));
    assertThat(mailroom.rest().total("received?state=OPENED&mailbox=" + id(box))).isEqualTo(1);
  }

  private static JsonObject after(String success) {
    return Rest.json().add("afterSuccess", success).build();
  }

  /** A mailbox of a contract that takes mail of its client alone. */
  private String box(String name, JsonObject afterReading) {
    String address = name + "@desk.example";
    host.account(address, SECRET);
    JsonObject mailbox = mailroom.rest().create("mailboxes", input(address, afterReading));
    mailroom
        .rest()
        .create(
            "contracts",
            Rest.json()
                .add("number", "C-" + name)
                .add("client", "XPTO")
                .add("domains", "xpto.example")
                .add("startDate", "2020-01-01")
                .add("senderPolicy", "KNOWN_OR_DOMAIN")
                .add("inputMailbox", mailbox.getInt("id")));
    return address;
  }

  private JsonObjectBuilder input(String address, JsonObject afterReading) {
    return Rest.json()
        .add("name", address)
        .add("type", "INPUT")
        .add("server", "127.0.0.1")
        .add("port", host.imap())
        .add("security", "NONE")
        .add("protocol", "IMAP")
        .add("authentication", "PASSWORD")
        .add("user", address)
        .add("password", SECRET)
        .add("readExisting", true)
        .add("afterReading", afterReading);
  }

  private int moved(String box) {
    return host.subjects(box, "Done.2026").size() + host.subjects(box, "Look at").size();
  }

  private long id(String box) {
    return Desk.id(mailroom.rest().first("mailboxes?q=" + box));
  }

  /** One mail of the client, and one of a stranger. */
  private void put(String box, String subject) {
    host.put(box, mail(box, "ana@xpto.example", subject));
    host.put(box, mail(box, "eve@other.example", "stranger"));
    mailroom.rest().post("mailboxes/" + id(box) + "/read", Rest.json());
  }

  private static String mail(String box, String from, String subject) {
    String id = UUID.randomUUID() + "@client.example";
    return SampleMails.plain(from, box, subject, id, "It is broken.");
  }
}
