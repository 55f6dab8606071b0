package org.mailroom.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.attachment.AttachmentFixture;
import org.mailroom.contract.ContractFixture;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.KnownMailboxes;
import org.mailroom.contract.NotedAudit;
import org.mailroom.database.TestDatabase;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.request.jpa.RequestStore;

class RequestMailsTest {
  private static final RequestNumber FIRST = new RequestNumber(1);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
  private static final String HTML =
      "<p>It burns.</p><img src=\"cid:photo@x\"><img src=\"cid:drawing@x\">"
          + "<img data-remote-src=\"https://spy.example/p.gif\">";

  private TestDatabase database;

  @BeforeEach
  void a_request_by_a_formatted_mail() {
    database = TestDatabase.h2();
    ContractId contract =
        database.transaction(
            "contract",
            em ->
                ContractFixture.contracts(em, new KnownMailboxes(), new NotedAudit())
                    .register(ContractFixture.draft("C-1", "XPTO"))
                    .id());
    OpenRequest mail =
        new OpenRequest(
            contract,
            "Printer",
            "It burns.",
            new Contact("Ana", Optional.empty()),
            "mail",
            Optional.of("<1@x>"),
            Optional.empty(),
            Classification.NONE,
            List.of(),
            List.of(
                new NewAttachment("photo.png", "image/png", PNG, "photo@x"),
                new NewAttachment("a.png", "image/png", "<svg/>".getBytes(UTF_8), "drawing@x")),
            Optional.of(new OriginalMail(new ReceivedId(7), HTML)));
    database.transaction("contract", em -> RequestFixture.requests(em).open(mail));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_formatted_mail_is_shown_with_its_own_images_only() {
    String document = in(mails -> mails.document(FIRST, 0, false));

    assertThat(document)
        .contains("It burns.")
        .containsOnlyOnce("src=\"data:image/png;base64,")
        .doesNotContain("cid:")
        .doesNotContain(" src=\"https:");
  }

  @Test
  void and_with_remote_ones_when_a_person_asks() {
    String document = in(mails -> mails.document(FIRST, 0, true));

    assertThat(document).contains(" src=\"https://spy.example/p.gif\"");
  }

  @Test
  void the_request_tells_what_there_is_of_its_mail() {
    RequestView request =
        database.transaction("contract", em -> RequestFixture.requests(em).get(FIRST));

    ReceivedId received = in(mails -> mails.received(FIRST, 0));

    assertThat(request.mail()).contains(new MailView(7, true, true));
    assertThat(received).isEqualTo(new ReceivedId(7));
  }

  @Test
  void what_came_by_no_mail_has_none() {
    assertThatThrownBy(() -> in(mails -> mails.document(FIRST, 1, false)))
        .isInstanceOf(RequestNotFound.class);
  }

  private <T> T in(Function<RequestMails, T> work) {
    return database.transaction(
        "contract",
        em -> {
          RequestMails mails = new RequestMails();
          mails.store = new RequestStore(em);
          mails.contents = AttachmentFixture.contents(em);
          mails.gate = AttachmentFixture.gate("");
          return work.apply(mails);
        });
  }
}
