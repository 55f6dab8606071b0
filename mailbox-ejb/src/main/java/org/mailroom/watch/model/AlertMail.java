package org.mailroom.watch.model;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailroom.watch.AlertView;

/**
 * The mail that tells what went bad and what is well again: plain text, one for all the news.
 *
 * @param publicUrl what links begin with
 */
public record AlertMail(List<AlertView> bad, List<AlertView> over, URI publicUrl) {
  private static final int MOST = 20;

  public AlertMail {
    bad = List.copyOf(bad);
    over = List.copyOf(over);
  }

  public String subject() {
    if (bad.size() == 1) {
      return "Mailbox \"%s\" needs attention".formatted(bad.get(0).name());
    }
    if (!bad.isEmpty()) {
      return "%d mailboxes need attention".formatted(bad.size());
    }
    return over.size() == 1
        ? "Mailbox \"%s\" is well again".formatted(over.get(0).name())
        : "%d mailboxes are well again".formatted(over.size());
  }

  public String text() {
    return section(bad, this::trouble)
        + section(over, AlertMail::end)
        + "All mailboxes that need attention: %s/mailbox/list.xhtml?attention=true\n"
            .formatted(publicUrl);
  }

  private static String section(List<AlertView> alerts, Function<AlertView, String> words) {
    String told = alerts.stream().limit(MOST).map(words).collect(Collectors.joining());
    int left = alerts.size() - MOST;
    return left > 0 ? told + "… and %d more.\n\n".formatted(left) : told;
  }

  private String trouble(AlertView alert) {
    return """
    Mailbox "%s": %s
    Since: %s
    Reason: %s
    What to do: %s
    %s/mailbox/form.xhtml?id=%s

    """
        .formatted(
            alert.name(),
            what(alert),
            Minute.of(alert.since()),
            alert.words(),
            remedy(alert),
            publicUrl,
            alert.mailbox());
  }

  private static String end(AlertView alert) {
    return "Mailbox \"%s\": well again, or paused by a person. It was in trouble since %s.\n\n"
        .formatted(alert.name(), Minute.of(alert.since()));
  }

  private static String what(AlertView alert) {
    return switch (alert.kind()) {
      case BROKEN -> "does not work until somebody acts.";
      case CERTIFICATE -> "the server's certificate runs out.";
      case CLIENT_SECRET -> "its client secret runs out.";
      case CONSENT -> "the consent to sign in runs out.";
    };
  }

  private static String remedy(AlertView alert) {
    return switch (alert.kind()) {
      case BROKEN ->
          "open the mailbox, mend what the reason says, check the connection, and resume it if it is paused. Its mail waits.";
      case CERTIFICATE -> "ask whoever runs the mail server to renew its certificate.";
      case CLIENT_SECRET ->
          "make a new client secret at the provider, enter it in the mailbox, and set its last day.";
      case CONSENT -> "open the mailbox and consent again.";
    };
  }
}
