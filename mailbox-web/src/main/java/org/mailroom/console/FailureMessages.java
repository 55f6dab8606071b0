package org.mailroom.console;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.mailroom.failure.Failure;
import org.mailroom.failure.Problem;

/**
 * Shows a refusal where it belongs: each problem at its field, the rest as a notice.
 *
 * <p>The field of a problem is the input whose id, or else whose attribute {@code field}, is the
 * name that the public interface uses.
 */
final class FailureMessages {

  private FailureMessages() {}

  static void show(Failure failure, FacesContext faces) {
    if (failure.problems().isEmpty()) {
      add(null, failure.getMessage(), faces);
      return;
    }
    boolean anyAtField = false;
    for (Problem problem : failure.problems()) {
      anyAtField |= show(problem, faces);
    }
    if (anyAtField) {
      add(null, Texts.text("failure.fields"), faces);
    }
  }

  /** In the person's language, and what it would take. */
  static void forbidden(Failure failure, FacesContext faces) {
    add(null, Texts.text("error.forbidden") + " " + failure.getMessage(), faces);
  }

  /** Returns whether there was a field to show it at. */
  static boolean show(Problem problem, FacesContext faces) {
    Optional<UIComponent> field = field(problem.field(), faces);
    field.ifPresent(input -> ((EditableValueHolder) input).setValid(false));
    add(field.map(input -> input.getClientId(faces)).orElse(null), words(problem), faces);
    return field.isPresent();
  }

  /** The problem in the person's language where the bundle has it, else as the rule says it. */
  private static String words(Problem problem) {
    String key = "problem." + problem.code();
    return Texts.has(key) ? Texts.text(key) : problem.message();
  }

  private static Optional<UIComponent> field(String name, FacesContext faces) {
    var found = new AtomicReference<UIComponent>();
    var visit = VisitContext.createVisitContext(faces, null, EnumSet.of(VisitHint.SKIP_UNRENDERED));
    faces
        .getViewRoot()
        .visitTree(
            visit,
            (context, component) -> {
              if (!isField(component, name)) {
                return VisitResult.ACCEPT;
              }
              found.set(component);
              return VisitResult.COMPLETE;
            });
    return Optional.ofNullable(found.get());
  }

  private static boolean isField(UIComponent component, String name) {
    return component instanceof EditableValueHolder
        && isNamed(name, component.getId(), component.getAttributes().get("field"));
  }

  /** Whether an input with this id, and this name of its own if it has one, is meant. */
  static boolean isNamed(String wanted, String id, Object ownName) {
    return wanted.equals(ownName == null ? id : ownName);
  }

  private static void add(String clientId, String text, FacesContext faces) {
    faces.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
  }
}
