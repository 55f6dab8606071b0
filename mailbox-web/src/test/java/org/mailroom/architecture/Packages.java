package org.mailroom.architecture;

import java.util.List;

/**
 * The packages that the rules speak of, in ArchUnit's patterns. {@link PackagesTest} proves that
 * each pattern matches something, as a rule about a mistyped one would never fail.
 */
final class Packages {
  static final String ROOT = "org.mailroom";
  static final String COMPONENT = ROOT + ".(*)..";

  // what the modules hold, from the lowest to the highest
  static final List<String> MAILBOX_EJB =
      List.of(
          "org.mailroom.access..",
          "org.mailroom.answer..",
          "org.mailroom.audit..",
          "org.mailroom.bearer..",
          "org.mailroom.bounce..",
          "org.mailroom.database..",
          "org.mailroom.delivery..",
          "org.mailroom.dkim..",
          "org.mailroom.dns..",
          "org.mailroom.environment..",
          "org.mailroom.failure..",
          "org.mailroom.folder..",
          "org.mailroom.inbound..",
          "org.mailroom.installation..",
          "org.mailroom.mailbox..",
          "org.mailroom.marked..",
          "org.mailroom.outbox..",
          "org.mailroom.paging..",
          "org.mailroom.purge..",
          "org.mailroom.switches..",
          "org.mailroom.transaction..",
          "org.mailroom.vault..",
          "org.mailroom.watch..");
  static final List<String> CONTRACT_MODULE =
      List.of(
          "org.mailroom.attachment..",
          "org.mailroom.contract..",
          "org.mailroom.intake..",
          "org.mailroom.lockout..",
          "org.mailroom.oidc..",
          "org.mailroom.people..",
          "org.mailroom.request..",
          "org.mailroom.routing..",
          "org.mailroom.rule..",
          "org.mailroom.template..",
          "org.mailroom.token..");
  static final List<String> FLOW_ENGINE = List.of("org.mailroom.flow..", "org.mailroom.transfer..");
  static final List<String> MAILBOX_WEB =
      List.of(
          "org.mailroom.api..",
          "org.mailroom.console..",
          "org.mailroom.health..",
          "org.mailroom.metrics..",
          "org.mailroom.security..");

  // what only some packages may know, and those packages
  static final List<String> JAKARTA_MAIL = List.of("jakarta.mail..");
  static final List<String> MAIL_ADAPTERS =
      List.of(
          "..imap..",
          "..pop3..",
          "..mime..",
          "..smtp..",
          "..check..",
          "org.mailroom.bearer..",
          "org.mailroom.folder..");
  static final List<String> FLOWABLE = List.of("org.flowable..");
  static final List<String> FLOWABLE_ADAPTERS =
      List.of("org.mailroom.flow.flowable..", "org.mailroom.flow.email..");
  static final List<String> PERSISTENCE = List.of("jakarta.persistence..");
  static final List<String> PERSISTENCE_ADAPTERS = List.of("..jpa..");
  static final List<String> CLOCK_MAKER = List.of("org.mailroom.environment");

  private Packages() {}

  static String[] array(List<String> patterns) {
    return patterns.toArray(String[]::new);
  }
}
