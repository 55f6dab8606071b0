package org.mailroom.api.problem;

import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Locale;
import org.mailroom.failure.Failure;
import org.mailroom.failure.Forbidden;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.NotFound;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.CheckRefused;

/**
 * The answer to a call that cannot be done (RFC 9457).
 *
 * @param type names the kind of problem, for programs
 * @param title the kind in words
 * @param detail what, which, and what to do next
 * @param instance the path of the call
 * @param problems the single things that are wrong with the input
 */
public record ProblemDocument(
    String type, String title, int status, String detail, String instance, List<Problem> problems) {
  public static final String MEDIA_TYPE = "application/problem+json";
  // the first that fits counts: special kinds before general ones
  private static final List<Status> STATUSES =
      List.of(
          new Status(BadCall.class, 400),
          new Status(CheckRefused.class, 429),
          new Status(Forbidden.class, 403),
          new Status(NotFound.class, 404),
          new Status(Invalid.class, 422),
          new Status(Failure.class, 409));
  private static final String TYPES = "urn:mailroom:problem:";

  /** Which status a kind of failure has. */
  private record Status(Class<? extends Failure> kind, int status) {}

  static ProblemDocument of(Failure failure, String path) {
    String kind = words(failure.getClass().getSimpleName());
    return document(kind, statusOf(failure), failure.getMessage(), path, failure.problems());
  }

  static ProblemDocument of(WebApplicationException refusal, String path) {
    var status = refusal.getResponse().getStatusInfo();
    String detail = HttpWords.detail(status.getStatusCode());
    return document(status.getReasonPhrase(), status.getStatusCode(), detail, path, List.of());
  }

  /**
   * @param reference under which the log has the details, which are nobody else's business
   */
  static ProblemDocument unexpected(String reference, String path) {
    String detail =
        "Mailroom did not expect this. The log tells more under the reference %s."
            .formatted(reference);
    return document("Unexpected error", 500, detail, path, List.of());
  }

  private static ProblemDocument document(
      String title, int status, String detail, String path, List<Problem> problems) {
    String type = TYPES + title.toLowerCase(Locale.ROOT).replace(' ', '-');
    return new ProblemDocument(type, title, status, detail, path, problems);
  }

  private static int statusOf(Failure failure) {
    return STATUSES.stream()
        .filter(rule -> rule.kind().isInstance(failure))
        .findFirst()
        .orElseThrow()
        .status();
  }

  // MailboxInUse -> Mailbox in use
  private static String words(String className) {
    String words = className.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
