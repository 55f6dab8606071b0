package org.mailroom.console.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.ServerAction;
import org.mailroom.vault.Secret;

class MailboxFormTest {
  private final MailboxForm form = new MailboxForm();

  @Nested
  class The_port {
    @BeforeEach
    void choose_input() {
      form.setType(MailboxType.INPUT);
      form.connectionChosen();
    }

    @Test
    void follows_security_and_protocol() {
      assertThat(form.getConnection().getPort()).isEqualTo(993);

      form.getConnection().setSecurity(Security.STARTTLS);
      form.connectionChosen();
      assertThat(form.getConnection().getPort()).isEqualTo(143);

      form.getConnection().setProtocol(Protocol.POP3);
      form.getConnection().setSecurity(Security.TLS);
      form.connectionChosen();
      assertThat(form.getConnection().getPort()).isEqualTo(995);
    }

    @Test
    void of_an_output_mailbox_is_a_port_to_submit_to() {
      form.setType(MailboxType.OUTPUT);
      form.connectionChosen();
      assertThat(form.getConnection().getPort()).isEqualTo(465);

      form.getConnection().setSecurity(Security.NONE);
      form.connectionChosen();
      assertThat(form.getConnection().getPort()).isEqualTo(25);
    }

    @Test
    void stays_once_a_person_has_typed_one() {
      form.getConnection().setPort(2993);
      form.portTyped();
      form.getConnection().setSecurity(Security.NONE);
      form.connectionChosen();

      assertThat(form.getConnection().getPort()).isEqualTo(2993);
    }

    @Test
    void follows_again_when_the_field_is_emptied() {
      form.getConnection().setPort(2993);
      form.portTyped();
      form.getConnection().setPort(null);
      form.portTyped();

      assertThat(form.getConnection().getPort()).isEqualTo(993);
    }

    @Test
    void of_a_registered_mailbox_follows_only_if_it_is_the_usual_one() {
      var unusual = MailboxForm.of(output(2525));
      unusual.getConnection().setSecurity(Security.TLS);
      unusual.connectionChosen();
      assertThat(unusual.getConnection().getPort()).isEqualTo(2525);

      var usual = MailboxForm.of(output(587));
      usual.getConnection().setSecurity(Security.TLS);
      usual.connectionChosen();
      assertThat(usual.getConnection().getPort()).isEqualTo(465);
    }
  }

  @Nested
  class The_password {
    @BeforeEach
    void choose_output() {
      form.setType(MailboxType.OUTPUT);
    }

    @Test
    void left_empty_keeps_the_stored_one() {
      form.getSignIn().setPassword("");

      assertThat(form.toDraft().password()).isNull();
    }

    @Test
    void survives_a_page_that_does_not_show_it() {
      form.getSignIn().setPassword("s3cret");
      form.getSignIn().setPassword(null);

      assertThat(form.toDraft().password()).isEqualTo(Secret.of("s3cret"));
    }

    @Test
    void is_not_used_without_user_authentication() {
      form.getSignIn().setUser("user");
      form.getSignIn().setPassword("s3cret");
      form.getSignIn().setAuthentication(Authentication.NONE);

      assertThat(form.toDraft().authentication()).isEqualTo(Authentication.NONE);
      assertThat(form.toDraft().user()).isNull();
      assertThat(form.toDraft().password()).isNull();
    }
  }

  @Nested
  class The_user {
    @BeforeEach
    void choose_input() {
      form.setType(MailboxType.INPUT);
      form.getSignIn().follow("desk@xpto.example");
    }

    @Test
    void follows_the_address() {
      assertThat(form.toDraft().user()).isEqualTo("desk@xpto.example");

      form.getSignIn().follow("help@xpto.example");
      assertThat(form.toDraft().user()).isEqualTo("help@xpto.example");
    }

    @Test
    void stays_once_a_person_has_typed_another() {
      form.getSignIn().setUser("XPTO\\desk");
      form.getSignIn().follow("help@xpto.example");

      assertThat(form.toDraft().user()).isEqualTo("XPTO\\desk");
    }
  }

  @Test
  void oauth_is_stated_only_if_it_is_how_the_mailbox_signs_in() {
    form.setType(MailboxType.OUTPUT);
    assertThat(form.toDraft().oauth()).isNull();

    form.getSignIn().setAuthentication(Authentication.OAUTH2);
    assertThat(form.toDraft().oauth()).isNotNull();
    assertThat(form.toDraft().password()).isNull();
  }

  @Test
  void an_input_mailbox_always_signs_in() {
    form.setType(MailboxType.INPUT);
    form.getSignIn().setAuthentication(Authentication.NONE);

    assertThat(form.toDraft().authentication()).isEqualTo(Authentication.PASSWORD);
  }

  @Test
  void fields_of_the_other_type_are_left_out() {
    form.setSenderName("A");
    form.setFolder("INBOX");
    form.setType(MailboxType.INPUT);
    assertThat(form.toDraft().senderName()).isNull();

    form.setType(MailboxType.OUTPUT);
    assertThat(form.toDraft().folder()).isNull();
    assertThat(form.toDraft().protocol()).isNull();
    assertThat(form.toDraft().readExisting()).isNull();
  }

  @Test
  void what_becomes_of_mail_is_stated_as_far_as_the_protocol_knows_it() {
    form.setType(MailboxType.INPUT);
    form.getConnection().setProtocol(Protocol.IMAP);
    form.getAfterReading().setAfterSuccess(ServerAction.MOVE);
    form.getAfterReading().setSuccessFolder("Done");
    assertThat(form.toDraft().afterReading())
        .isEqualTo(new AfterReading(ServerAction.MOVE, "Done", ServerAction.LEAVE, null));

    form.getConnection().setProtocol(Protocol.POP3);
    assertThat(form.toDraft().afterReading().afterSuccess()).isNull();
    form.getAfterReading().setAfterSuccess(ServerAction.DELETE);
    assertThat(form.toDraft().afterReading().afterSuccess()).isEqualTo(ServerAction.DELETE);
  }

  @Test
  void a_registered_mailbox_comes_back_as_it_was() {
    var draft = MailboxForm.of(output(587)).toDraft();

    assertThat(draft.name()).isEqualTo("Support");
    assertThat(draft.server()).isEqualTo("smtp.example.org");
    assertThat(draft.port()).isEqualTo(587);
    assertThat(draft.security()).isEqualTo(Security.STARTTLS);
    assertThat(draft.sender()).isEqualTo("support@example.org");
    assertThat(draft.password()).isNull();
  }

  @Test
  void the_other_direction_takes_over_address_and_user_and_no_password() {
    MailboxForm pair = MailboxForm.pairOf(output(587));

    assertThat(pair.getType()).isEqualTo(MailboxType.INPUT);
    assertThat(pair.getAddress()).isEqualTo("support@example.org");
    assertThat(pair.getSignIn().getUser()).isEqualTo("support");
    assertThat(pair.toDraft().password()).isNull();
    assertThat(pair.getName()).isNull();
  }

  private static MailboxView output(int port) {
    return new MailboxView(
        new MailboxId(1),
        "Support",
        MailboxType.OUTPUT,
        "smtp.example.org",
        port,
        Security.STARTTLS,
        Authentication.PASSWORD,
        "support",
        true,
        null,
        null,
        "support@example.org",
        "Support",
        null,
        "support@example.org",
        true,
        true,
        false,
        false,
        true,
        MailboxStatus.OK,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        3);
  }
}
