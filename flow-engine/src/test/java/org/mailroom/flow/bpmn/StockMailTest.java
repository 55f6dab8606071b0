package org.mailroom.flow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailroom.failure.Problem;
import org.mailroom.flow.Drawing;
import org.mailroom.flow.email.EmailElement;
import org.mailroom.flow.email.EmailElements;
import org.mailroom.flow.email.Recipient;
import org.mailroom.flow.email.Recipient.Kind;

class StockMailTest {
  private final Diagram diagram = Diagram.read(Drawing.file("stock-mail.bpmn"));

  @Test
  void a_mail_task_becomes_an_email_element_on_the_default_outbox() {
    EmailElement email = EmailElements.in(diagram.executable()).get(0);

    assertThat(email.isSpecific()).isFalse();
    assertThat(email.name()).isEqualTo("Send mail");
    assertThat(email.subject()).isEqualTo("Your request ${request.number}");
    assertThat(email.text())
        .contains("Hello ${contact.name},", "we are at it.")
        .doesNotContain("<p>");
    assertThat(email.recipients())
        .containsExactly(
            new Recipient(Kind.ADDRESS, "audit@example.org"),
            new Recipient(Kind.EXPRESSION, "${request.contact.email}"));
  }

  @Test
  void the_diagram_is_kept_as_converted_and_converted_once() {
    assertThat(diagram.xml()).contains("sendTask").doesNotContain("serviceTask");
    assertThat(Diagram.read(diagram.xml()).xml()).isEqualTo(diagram.xml());
  }

  @Test
  void what_the_outbox_decides_is_left_out_with_a_warning() {
    assertThat(diagram.findings().warnings())
        .extracting(Problem::code)
        .containsExactly("STOCK_MAIL_FIELD", "STOCK_MAIL_HTML");
  }

  @Test
  void what_cannot_be_carried_over_is_a_problem() {
    String withCopy = Drawing.file("stock-mail.bpmn").replace("name=\"from\"", "name=\"bcc\"");

    assertThat(Diagram.read(withCopy).findings().problems())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("Send mail", "bcc"));
  }

  @Test
  void a_mail_task_without_fields_is_converted_too() {
    Diagram bare =
        Diagram.read(Drawing.straight("m", "<serviceTask id='m' flowable:type='mail'/>"));

    assertThat(bare.findings().problems()).isEmpty();
    assertThat(EmailElements.in(bare.executable()))
        .singleElement()
        .satisfies(email -> assertThat(email.recipients()).isEmpty());
  }
}
