package org.mailroom.template;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.mailroom.request.RequestNumber;

/**
 * E-mail templates. Keys look like {@code ${IDSERVICEREQUEST}}, in English or Portuguese
 * (docs/templates.md); a key without a value becomes nothing, one that is unknown too.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
public class Templates {
  public List<TemplateView> list() {
    throw new UnsupportedOperationException();
  }

  public Optional<TemplateView> find(String identifier) {
    throw new UnsupportedOperationException();
  }

  /**
   * Registers or changes a template, known by its identifier; the HTML is sanitised.
   *
   * @throws InvalidTemplate telling every broken rule
   */
  public void save(TemplateView template) {
    throw new UnsupportedOperationException();
  }

  public void delete(String identifier) {
    throw new UnsupportedOperationException();
  }

  /**
   * Fills a template in for a request.
   *
   * @throws TemplateNotFound if there is none, or it is inactive
   */
  public Rendered render(String identifier, RequestNumber request) {
    throw new UnsupportedOperationException();
  }

  /** Fills keys into a free subject and plain text. */
  public Rendered renderText(String subject, String text, RequestNumber request) {
    throw new UnsupportedOperationException();
  }
}
