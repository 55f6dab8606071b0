package org.mailroom.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.contract.ContractFixture;
import org.mailroom.contract.NotedAudit;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.Environment;
import org.mailroom.failure.Problem;
import org.mailroom.request.RequestFixture;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;
import org.mailroom.request.ServiceRequests;
import org.mailroom.request.Situation;
import org.mailroom.template.jpa.TemplateStore;

/** The service over its store; each database has its subclass. */
abstract class TemplatesTest {
  private static final RequestNumber NUMBER = new RequestNumber(4711);
  private static final TemplateView GREETING =
      new TemplateView("greeting", "Request ${IDSERVICEREQUEST}", "<p>Hello ${NAME}</p>", true);

  private final NotedAudit audit = new NotedAudit();
  private RequestView request = RequestFixture.view(Situation.IN_PROGRESS);
  private int lookUps;
  private TestDatabase database;

  abstract TestDatabase newDatabase();

  @BeforeEach
  void open() {
    database = newDatabase();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_saved_template_is_there_sanitised() {
    save(template("hello", "<p onclick=\"x()\">${DESCRIPTION}</p>"));

    Optional<TemplateView> found = in(templates -> templates.find("hello"));

    assertThat(found).contains(template("hello", "<p>${DESCRIPTION}</p>"));
    assertThat(audit.notes())
        .singleElement()
        .asString()
        .startsWith("template.registered template hello identifier: hello,")
        .contains("html: <p>${DESCRIPTION}</p>");
  }

  @Test
  void saving_twice_changes_nothing_twice() {
    save(GREETING);
    save(GREETING);

    List<TemplateView> all = in(Templates::list);
    assertThat(all).containsExactly(GREETING);
    assertThat(audit.notes()).hasSize(1);
  }

  @Test
  void a_changed_template_has_its_new_words() {
    save(template("hello", "<p>one</p>"));
    save(template("hello", "<p>two</p>"));

    Optional<TemplateView> found = in(templates -> templates.find("hello"));
    assertThat(found).map(TemplateView::html).contains("<p>two</p>");
  }

  @Test
  void every_broken_rule_is_told_at_once() {
    assertThatThrownBy(() -> save(new TemplateView("no spaces!", " ", "<script></script>", true)))
        .isInstanceOfSatisfying(
            InvalidTemplate.class,
            refusal ->
                assertThat(refusal.problems())
                    .extracting(Problem::field)
                    .containsExactly("identifier", "title", "html"));
  }

  @Test
  void a_rendered_template_has_subject_text_and_html() {
    save(
        new TemplateView(
            "hello", "Request ${IDSERVICEREQUEST}: ${TITLE}", "<p>${DESCRIPTION}</p>", true));
    request =
        RequestFixture.view("Printer", "<b>It costs $5</b>\nand \\ more", "Ana", Situation.CLOSED);

    Rendered rendered = in(templates -> templates.render("hello", NUMBER));

    assertThat(rendered)
        .isEqualTo(
            new Rendered(
                "Request 4711: Printer",
                "<b>It costs $5</b>\nand \\ more",
                "<p>&lt;b&gt;It costs $5&lt;/b&gt;<br>and \\ more</p>"));
  }

  @Test
  void a_value_does_not_turn_a_link_into_a_script() {
    save(template("hello", "<p><a href=\"${DESCRIPTION}\">see</a></p>"));
    request = RequestFixture.view("Printer", "javascript:alert(1)", "Ana", Situation.CLOSED);

    Rendered rendered = in(templates -> templates.render("hello", NUMBER));

    assertThat(rendered.html()).isEqualTo("<p><a>see</a></p>");
  }

  @Test
  void an_inactive_or_missing_template_is_refused_aloud() {
    save(new TemplateView("old", "Old", "<p>old</p>", false));

    assertThatThrownBy(() -> in(templates -> templates.render("old", NUMBER)))
        .isInstanceOf(TemplateNotFound.class);
    assertThatThrownBy(() -> in(templates -> templates.render("never", NUMBER)))
        .isInstanceOf(TemplateNotFound.class);
  }

  @Test
  void free_text_takes_keys_as_they_are() {
    Rendered rendered =
        in(templates -> templates.renderText("Re: ${TITLE}", "Dear ${CONTACTNAME},\n& so", NUMBER));

    assertThat(rendered).isEqualTo(new Rendered("Re: Printer on fire", "Dear Ana,\n& so", ""));
  }

  @Test
  void the_request_is_looked_up_once_and_only_for_a_key() {
    in(templates -> templates.renderText("Hello", "$ {TITLE}", NUMBER));
    assertThat(lookUps).isZero();

    in(templates -> templates.renderText("Re: ${TITLE}", "Dear ${CONTACTNAME}", NUMBER));
    assertThat(lookUps).isEqualTo(1);
  }

  @Test
  void an_installation_without_templates_is_given_three() {
    install();

    List<TemplateView> all = in(Templates::list);
    assertThat(all)
        .extracting(TemplateView::identifier)
        .containsExactly("closed", "opened", "progress");
    Rendered opened = in(templates -> templates.render("opened", NUMBER));
    assertThat(opened.subject()).isEqualTo("Request 4711: Printer on fire");
    assertThat(opened.text())
        .contains("We have received your request", "Hello Ana,", "It burns.")
        .doesNotContain("$");
  }

  @Test
  void an_installation_with_templates_is_left_alone() {
    save(GREETING);

    install();

    List<TemplateView> all = in(Templates::list);
    assertThat(all).containsExactly(GREETING);
  }

  @Test
  void a_deleted_template_is_gone() {
    save(GREETING);

    in(
        templates -> {
          templates.delete("greeting");
          templates.delete("never");
          return null;
        });

    List<TemplateView> all = in(Templates::list);
    assertThat(all).isEmpty();
  }

  private static TemplateView template(String identifier, String html) {
    return new TemplateView(identifier, "A title", html, true);
  }

  private void save(TemplateView template) {
    in(
        templates -> {
          templates.save(template);
          return null;
        });
  }

  private void install() {
    in(
        templates -> {
          InstalledTemplates installed = new InstalledTemplates();
          installed.templates = templates;
          installed.install();
          return null;
        });
  }

  private <T> T in(Function<Templates, T> work) {
    return database.transaction("contract", em -> work.apply(templates(em)));
  }

  private Templates templates(EntityManager em) {
    Templates templates = new Templates();
    templates.store = new TemplateStore(em);
    templates.requests = new OneRequest();
    templates.audit = audit;
    templates.environment =
        Environment.of(Map.of("MAILROOM_PUBLIC_URL", "https://desk.example")::get);
    templates.clock = ContractFixture.NOON;
    return templates;
  }

  private final class OneRequest extends ServiceRequests {
    @Override
    public RequestView get(RequestNumber number) {
      lookUps++;
      return request;
    }
  }
}
