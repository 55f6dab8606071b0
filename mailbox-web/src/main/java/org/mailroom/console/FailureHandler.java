package org.mailroom.console;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailroom.failure.Failure;
import org.mailroom.failure.Forbidden;
import org.mailroom.failure.NotFound;

/**
 * The one place that answers what goes wrong in any screen: a refusal becomes messages, a lost
 * session the log-in page, anything else the error page with a reference that the log has too.
 */
final class FailureHandler extends ExceptionHandlerWrapper {
  private static final Logger LOG = System.getLogger(FailureHandler.class.getName());

  FailureHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    var faces = FacesContext.getCurrentInstance();
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      answer(events.next().getContext().getException(), faces);
      events.remove();
    }
    getWrapped().handle();
  }

  private static void answer(Throwable thrown, FacesContext faces) {
    try {
      if (cause(thrown, ViewExpiredException.class).isPresent()) {
        sessionLost(faces);
      } else {
        Optional<Failure> failure = cause(thrown, Failure.class);
        if (failure.filter(Forbidden.class::isInstance).isPresent()) {
          forbidden(failure.get(), faces);
        } else if (failure.isPresent() && !rendering(faces)) {
          refused(failure.get(), faces);
        } else {
          broken(thrown, faces);
        }
      }
    } catch (IOException connectionLost) {
      throw new UncheckedIOException(connectionLost);
    }
  }

  private static void refused(Failure failure, FacesContext faces) throws IOException {
    if (failure instanceof NotFound && !faces.isPostback()) {
      // not as the error's own message, in which servers escape what the page escapes again
      faces.getExternalContext().getRequestMap().put("missing", failure.getMessage());
      faces.getExternalContext().responseSendError(404, null);
      faces.responseComplete();
    } else {
      FailureMessages.show(failure, faces);
    }
  }

  // a page that they may not see, or something on it that was offered to them once or never
  private static void forbidden(Failure failure, FacesContext faces) throws IOException {
    var external = faces.getExternalContext();
    if (faces.isPostback() && !rendering(faces)) {
      FailureMessages.forbidden(failure, faces);
    } else if (faces.getPartialViewContext().isPartialRequest()) {
      leaveTo("/error/403.xhtml", faces);
    } else if (!external.isResponseCommitted()) {
      external.responseReset();
      external.getRequestMap().put("forbidden", failure.getMessage());
      external.responseSendError(403, null);
      faces.responseComplete();
    }
  }

  private static void sessionLost(FacesContext faces) throws IOException {
    leaveTo("/login.xhtml?expired=true", faces);
  }

  private static void broken(Throwable thrown, FacesContext faces) throws IOException {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(Level.ERROR, "console request failed reference=" + reference, thrown);
    if (!faces.getExternalContext().isResponseCommitted()) {
      sayBroken(reference, faces);
    }
  }

  // A page that must not fail has failed: sending the browser to it again would go on for ever.
  private static void sayBroken(String reference, FacesContext faces) throws IOException {
    var external = faces.getExternalContext();
    String page = external.getRequestServletPath();
    if (page.startsWith("/login") || page.startsWith("/error")) {
      external.responseSendError(500, reference);
      faces.responseComplete();
    } else {
      leaveTo("/error/500.xhtml?reference=" + reference, faces);
    }
  }

  private static void leaveTo(String page, FacesContext faces) throws IOException {
    var external = faces.getExternalContext();
    external.responseReset();
    external.redirect(external.getApplicationContextPath() + page);
    faces.responseComplete();
  }

  // Too late for messages: the part of the page that shows them may have been written already.
  private static boolean rendering(FacesContext faces) {
    return faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
  }

  private static <T> Optional<T> cause(Throwable thrown, Class<T> wanted) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .filter(wanted::isInstance)
        .map(wanted::cast)
        .findFirst();
  }
}
