package org.mailroom.flow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;
import org.mailroom.failure.Problem;
import org.mailroom.flow.Drawing;
import org.mailroom.flow.InvalidFlow;

class DiagramTest {
  private static void assertRefused(String xml, String code) {
    assertThatThrownBy(() -> Diagram.read(xml))
        .asInstanceOf(type(InvalidFlow.class))
        .satisfies(e -> assertThat(e.problems()).extracting(Problem::code).containsExactly(code));
  }

  @Test
  void key_name_and_description_are_those_of_the_process() {
    Diagram diagram = Diagram.read(Drawing.file("two-emails.bpmn"));

    assertThat(diagram.key()).isEqualTo("two_emails");
    assertThat(diagram.name()).isEqualTo("Two e-mails");
    assertThat(diagram.description()).isEqualTo("Tells the customer and the auditors.");
  }

  @Test
  void a_document_type_is_refused_and_no_file_is_read() {
    String entity =
        "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY secret SYSTEM 'file:///etc/hostname'>]>"
            + "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>&secret;</definitions>";

    assertRefused(entity, "XML_NOT_READABLE");
  }

  @Test
  void entities_that_grow_are_refused() {
    assertRefused(
        "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><d>&b;</d>", "XML_NOT_READABLE");
  }

  @Test
  void endless_nesting_is_refused() {
    assertRefused("<a>".repeat(5000) + "</a>".repeat(5000), "XML_NOT_READABLE");
  }

  @Test
  void more_than_two_megabytes_are_refused() {
    assertRefused(" ".repeat(2 * 1024 * 1024) + "<a/>", "XML_TOO_LARGE");
  }

  @Test
  void what_is_no_xml_is_refused_with_its_line() {
    assertThatThrownBy(() -> Diagram.read("<a>\n<b></a>"))
        .isInstanceOf(InvalidFlow.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void what_is_no_bpmn_is_refused() {
    assertRefused("<html/>", "NOT_BPMN");
  }

  @Test
  void a_diagram_holds_exactly_one_process() {
    String none = Drawing.of().replaceAll("(?s)<process.*</process>", "");
    String two = Drawing.of().replace("</process>", "</process><process id='second'/>");

    assertRefused(none, "PROCESS_COUNT");
    assertRefused(two, "PROCESS_COUNT");
  }

  @Test
  void a_complete_diagram_is_kept_byte_for_byte() {
    String drawn = Diagram.read(Drawing.file("approval.bpmn")).xml();

    assertThat(Diagram.read("<!-- mine -->\n" + drawn.replaceFirst("<\\?xml.*?\\?>", "")).xml())
        .startsWith("<!-- mine -->\n");
    assertThat(Diagram.read(drawn).xml()).isEqualTo(drawn);
  }

  @Test
  void the_engine_gets_only_what_is_on_the_list() {
    String drawn =
        Drawing.straight("email", Drawing.emailToContact("email"))
            .replace(
                "<startEvent id='start'/>",
                "<startEvent id='start' foreign:code='x' xmlns:foreign='urn:foreign' flowable:initiator='i'>"
                    + "<documentation>words</documentation><extensionElements><foreign:executionListener class='Evil'/>"
                    + "</extensionElements><!-- note --></startEvent>");

    String executable = Diagram.read(drawn).executable();

    assertThat(executable)
        .doesNotContain("foreign:", "Evil", "words", "note -->", "initiator", "BPMNShape");
    assertThat(executable).contains("isExecutable=\"true\"");
  }

  @Test
  void steps_that_can_fail_become_jobs_of_their_own() {
    String executable = Diagram.read(Drawing.file("approval.bpmn")).executable();

    assertThat(executable)
        .containsPattern("<sendTask[^>]*flowable:async=\"true\"")
        .containsPattern("<exclusiveGateway[^>]*flowable:async=\"true\"")
        .doesNotContainPattern("<userTask[^>]*async");
  }

  @Test
  void a_run_is_locked_around_its_jobs_only_where_two_of_them_can_be_due_at_once() {
    String single = Drawing.straight("email", Drawing.emailToContact("email"));

    assertThat(Diagram.read(single).executable())
        .containsPattern("<sendTask[^>]*flowable:exclusive=\"false\"");
    assertThat(Diagram.read(Drawing.file("approval.bpmn")).executable())
        .contains("flowable:async=\"true\"")
        .doesNotContain("flowable:exclusive");
  }

  @Test
  void a_blank_diagram_can_be_saved_and_drawn() {
    Diagram blank = Diagram.read(BlankDiagram.of("first-flow", "My \"first\" <flow>"));

    assertThat(blank.key()).isEqualTo("first-flow");
    assertThat(blank.name()).isEqualTo("My \"first\" <flow>");
    assertThat(blank.findings().problems()).isEmpty();
    assertThat(blank.xml()).contains("bpmnElement=\"email\"", "di:waypoint");
  }
}
