package org.mailroom.template;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.environment.Environment;
import org.mailroom.failure.Problem;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;
import org.mailroom.request.ServiceRequests;
import org.mailroom.template.html.PlainText;
import org.mailroom.template.html.SafeHtml;
import org.mailroom.template.jpa.TemplateStore;
import org.mailroom.template.model.Filling;
import org.mailroom.template.model.Keys;
import org.mailroom.template.model.Template;
import org.mailroom.template.model.TemplateRules;

/**
 * E-mail templates. Keys look like {@code ${IDSERVICEREQUEST}}, in English or Portuguese
 * (docs/templates.md); a key without a value becomes nothing, one that is unknown too.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({OPERATOR, AUDITOR})
public class Templates {
  @Inject TemplateStore store;
  @EJB ServiceRequests requests;
  @EJB Audit audit;
  @Inject Environment environment;
  @Inject Clock clock;

  public List<TemplateView> list() {
    return store.list().stream().map(Template::view).toList();
  }

  public Optional<TemplateView> find(String identifier) {
    return store.find(identifier).map(Template::view);
  }

  /**
   * Registers or changes a template, known by its identifier; the HTML is sanitised. An unchanged
   * one changes nothing.
   *
   * @throws InvalidTemplate telling every broken rule
   */
  @Allowed
  public void save(TemplateView template) {
    TemplateView stated = checked(template);
    store
        .find(stated.identifier())
        .ifPresentOrElse(present -> change(present, stated), () -> register(stated));
  }

  /** Deletes a template; nothing happens if there is none. */
  @Allowed
  public void delete(String identifier) {
    store.find(identifier).ifPresent(this::delete);
  }

  /**
   * Fills a template in for a request.
   *
   * @throws TemplateNotFound if there is none, or it is inactive
   */
  public Rendered render(String identifier, RequestNumber request) {
    TemplateView template =
        find(identifier)
            .filter(TemplateView::active)
            .orElseThrow(() -> new TemplateNotFound(identifier));
    Filling filling = filling(request);
    // once more, as a value may have become a part of a link
    String html = SafeHtml.of(filling.html(template.html()));
    return new Rendered(filling.line(template.title()), PlainText.of(html), html);
  }

  /** Fills keys into a free subject and plain text. */
  public Rendered renderText(String subject, String text, RequestNumber request) {
    Filling filling = filling(request);
    return new Rendered(filling.line(subject), filling.text(text), "");
  }

  /** Looks the request up at the first key, as texts of flows have hardly any. */
  private Filling filling(RequestNumber number) {
    Keys keys = new Keys(environment.publicUrl(), clock.getZone());
    Map<RequestNumber, RequestView> seen = new HashMap<>();
    return new Filling(key -> keys.valueOf(key, seen.computeIfAbsent(number, requests::get)));
  }

  private static TemplateView checked(TemplateView template) {
    TemplateView stated =
        new TemplateView(
            template.identifier().strip(),
            template.title().strip(),
            SafeHtml.of(template.html()),
            template.active());
    List<Problem> problems = TemplateRules.problems(stated);
    if (!problems.isEmpty()) {
      throw new InvalidTemplate(problems);
    }
    return stated;
  }

  private void register(TemplateView stated) {
    store.add(new Template(stated));
    note("template.registered", null, stated);
  }

  private void change(Template present, TemplateView stated) {
    TemplateView before = present.view();
    if (!before.equals(stated)) {
      present.change(stated);
      note("template.changed", before, stated);
    }
  }

  private void delete(Template template) {
    store.remove(template);
    note("template.deleted", template.view(), null);
  }

  private void note(String action, TemplateView before, TemplateView after) {
    String identifier = after == null ? before.identifier() : after.identifier();
    audit.changed(action, "template " + identifier, Change.between(before, after));
  }
}
