package org.mailroom.watch.model;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailroom.watch.AlertKind;
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
      return bad.get(0).kind().isOfMessages()
          ? "Messages wait for a person: %s".formatted(bad.get(0).name())
          : "Mailbox \"%s\" needs attention".formatted(bad.get(0).name());
    }
    if (!bad.isEmpty()) {
      return "%s need attention".formatted(many(bad));
    }
    return over.size() == 1
        ? end(over.get(0).kind()).formatted(over.get(0).name())
        : "%s are all right again".formatted(many(over));
  }

  private static String end(AlertKind kind) {
    return kind.isOfMessages()
        ? "No message waits for a person any more: %s"
        : "Mailbox \"%s\" is well again";
  }

  private static String many(List<AlertView> alerts) {
    boolean mailboxesOnly = alerts.stream().noneMatch(alert -> alert.kind().isOfMessages());
    return "%d %s".formatted(alerts.size(), mailboxesOnly ? "mailboxes" : "things");
  }

  private static String title(AlertView alert) {
    return alert.kind().isOfMessages()
        ? "Messages of \"%s\"".formatted(alert.name())
        : "Mailbox \"%s\"".formatted(alert.name());
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
    %s: %s
    Since: %s
    Reason: %s
    What to do: %s
    %s

    """
        .formatted(
            title(alert),
            what(alert),
            Minute.of(alert.since()),
            alert.words(),
            remedy(alert),
            link(alert));
  }

  private String link(AlertView alert) {
    return alert.kind().isOfMessages()
        ? "%s/message/list.xhtml?state=%s&lane=%s".formatted(publicUrl, alert.kind(), alert.lane())
        : "%s/mailbox/form.xhtml?id=%s".formatted(publicUrl, alert.lane().mailbox().orElseThrow());
  }

  private static String end(AlertView alert) {
    String how =
        alert.kind().isOfMessages()
            ? "nothing waits for a person any more. Something did"
            : "well again, or paused by a person. It was in trouble";
    return "%s: %s since %s.\n\n".formatted(title(alert), how, Minute.of(alert.since()));
  }

  private static String what(AlertView alert) {
    return switch (alert.kind()) {
      case BROKEN -> "does not work until somebody acts.";
      case CERTIFICATE -> "the server's certificate runs out.";
      case CLIENT_SECRET -> "its client secret runs out.";
      case CONSENT -> "the consent to sign in runs out.";
      case HELD -> "held until a person decides.";
      case UNCERTAIN ->
          "the connection was lost when they had been sent, and a person decides whether they are"
              + " sent again.";
    };
  }

  private static String remedy(AlertView alert) {
    return switch (alert.kind()) {
      case BROKEN ->
          "open the mailbox, mend what the reason says, check the connection, and resume it if it"
              + " is paused. Its mail waits.";
      case CERTIFICATE -> "ask whoever runs the mail server to renew its certificate.";
      case CLIENT_SECRET ->
          "make a new client secret at the provider, enter it in the mailbox, and set its last"
              + " day.";
      case CONSENT -> "open the mailbox and consent again.";
      case HELD ->
          "read why each is held, then release it, send it by another outbox, or cancel it.";
      case UNCERTAIN -> "ask a recipient whether it arrived, then cancel it or try it again.";
    };
  }
}
