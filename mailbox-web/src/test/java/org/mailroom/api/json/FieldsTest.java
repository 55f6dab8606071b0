package org.mailroom.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.mailroom.api.problem.InvalidBody;
import org.mailroom.api.reference.Reference;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.Protocol;

class FieldsTest {
  @Test
  void every_kind_of_value_is_read() {
    var in =
        body(
            """
            {"text": "a", "integer": 25, "number": 5000000000, "flag": true,
             "date": "2026-11-30", "choice": "POP3", "texts": ["a", "b"]}""");
    assertThat(in.text("text")).isEqualTo("a");
    assertThat(in.integer("integer")).isEqualTo(25);
    assertThat(in.number("number")).isEqualTo(5_000_000_000L);
    assertThat(in.flag("flag")).isTrue();
    assertThat(in.date("date")).isEqualTo(LocalDate.of(2026, 11, 30));
    assertThat(in.choice("choice", Protocol.class)).isEqualTo(Protocol.POP3);
    assertThat(in.texts("texts")).containsExactly("a", "b");
  }

  @Test
  void absent_and_null_properties_read_as_null() {
    assertThat(body("{\"name\": null}").<String>as(in -> in.text("name"))).isNull();
    assertThat(body("{}").<Integer>as(in -> in.integer("port"))).isNull();
  }

  @Test
  void all_mistakes_are_told_at_once() {
    assertThat(
            mistakes(
                "{\"port\": \"x\", \"protocol\": \"SMTP\", \"hostname\": 1}",
                in -> {
                  in.integer("port");
                  return in.choice("protocol", Protocol.class);
                }))
        .containsExactly(
            tuple("WRONG_TYPE", "port", "\"port\" must be a whole number."),
            tuple("UNKNOWN_VALUE", "protocol", "\"protocol\" must be one of IMAP, POP3."),
            tuple(
                "UNKNOWN_PROPERTY", "hostname", "\"hostname\" is no property that is known here."));
  }

  @Test
  void a_number_is_no_text_and_a_text_no_number() {
    assertThat(mistakes("{\"name\": 1}", in -> in.text("name"))).hasSize(1);
    assertThat(mistakes("{\"port\": \"25\"}", in -> in.integer("port"))).hasSize(1);
    assertThat(mistakes("{\"active\": \"true\"}", in -> in.flag("active"))).hasSize(1);
  }

  @Test
  void numbers_with_a_fraction_or_out_of_range_are_refused() {
    assertThat(mistakes("{\"port\": 25.5}", in -> in.integer("port"))).hasSize(1);
    assertThat(mistakes("{\"port\": 1e99999999}", in -> in.integer("port"))).hasSize(1);
    assertThat(mistakes("{\"port\": 5000000000}", in -> in.integer("port"))).hasSize(1);
  }

  @Test
  void a_date_that_no_calendar_has_is_refused() {
    assertThat(mistakes("{\"day\": \"2026-02-30\"}", in -> in.date("day"))).hasSize(1);
  }

  @Test
  void a_list_holds_texts_only() {
    assertThat(mistakes("{\"all\": [\"a\", 1]}", in -> in.texts("all"))).hasSize(1);
  }

  @Test
  void a_character_that_no_database_stores_is_refused() {
    assertThat(mistakes("{\"name\": \"a\\u0000b\"}", in -> in.text("name"))).hasSize(1);
  }

  @Test
  void a_wrong_value_is_never_repeated_as_it_may_be_a_password() {
    assertThat(mistakes("{\"password\": 12345}", in -> in.text("password")))
        .allSatisfy(mistake -> assertThat(mistake.toList().toString()).doesNotContain("12345"));
  }

  @Test
  void mistakes_inside_an_object_carry_its_name() {
    assertThat(
            mistakes(
                "{\"contact\": {\"name\": 1, \"phone\": \"2\"}}",
                in -> in.object("contact", contact -> contact.text("name"))))
        .extracting(mistake -> mistake.toList().get(1))
        .containsExactly("contact.name", "contact.phone");
  }

  @Test
  void properties_of_our_own_answers_pass() {
    Integer none =
        body("{\"id\": 17, \"status\": \"OK\"}")
            .as(
                in -> {
                  in.pass("id", "status");
                  return null;
                });
    assertThat(none).isNull();
  }

  @Test
  void a_required_property_is_missed() {
    assertThat(mistakes("{\"text\": null}", in -> in.require("text").text("text")))
        .containsExactly(tuple("REQUIRED", "text", "\"text\" is required."));
  }

  @Test
  void a_reference_is_resolved_by_name_or_id() {
    Function<Reference, Optional<String>> find =
        reference -> Optional.of(reference.text() + reference.certainlyId());
    assertThat(body("{\"of\": \"A-1\"}").resolved("of", "thing", find)).isEqualTo("A-1false");
    assertThat(body("{\"of\": 12}").resolved("of", "thing", find)).isEqualTo("12true");
    assertThat(body("{}").resolved("of", "thing", find)).isNull();
  }

  @Test
  void a_reference_to_nothing_is_a_mistake() {
    assertThat(
            mistakes(
                "{\"of\": \"A-1\"}", in -> in.resolved("of", "thing", name -> Optional.empty())))
        .containsExactly(tuple("UNKNOWN_REFERENCE", "of", "\"of\" names no thing: A-1."));
  }

  private static List<Tuple> mistakes(String json, Function<Fields, Object> form) {
    var refusal = catchThrowableOfType(InvalidBody.class, () -> body(json).as(form));
    return refusal.problems().stream().map(FieldsTest::parts).toList();
  }

  private static Tuple parts(Problem problem) {
    return tuple(problem.code(), problem.field(), problem.message());
  }

  private static Fields body(String json) {
    return Fields.of(FieldsReader.parse(json.getBytes(StandardCharsets.UTF_8)));
  }
}
