package org.mailroom.flow.email;

/** An e-mail element could not be run; the message is what its incident shows. */
class EmailFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmailFailed(EmailElement element, Throwable cause) {
    super("E-mail element \"%s\": %s".formatted(element.called(), words(cause)), cause);
  }

  /** The innermost words: a container wraps the reason in exceptions that say nothing. */
  private static String words(Throwable cause) {
    Throwable reason = cause;
    while (reason.getCause() != null && reason.getCause() != reason) {
      reason = reason.getCause();
    }
    return reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
  }
}
