package org.mailroom.mailbox.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.mailbox.CheckCode.DKIM_MISSING;
import static org.mailroom.mailbox.CheckCode.DKIM_OTHER_KEY;
import static org.mailroom.mailbox.CheckCode.DKIM_OURS;
import static org.mailroom.mailbox.CheckCode.DKIM_PROVIDER;
import static org.mailroom.mailbox.CheckCode.DKIM_PROVIDER_OFF;
import static org.mailroom.mailbox.CheckCode.DKIM_UNKNOWN;
import static org.mailroom.mailbox.CheckCode.DMARC;
import static org.mailroom.mailbox.CheckCode.DMARC_MISSING;
import static org.mailroom.mailbox.CheckCode.DMARC_TWICE;
import static org.mailroom.mailbox.CheckCode.DMARC_WATCHES;
import static org.mailroom.mailbox.CheckCode.SPF;
import static org.mailroom.mailbox.CheckCode.SPF_ANYBODY;
import static org.mailroom.mailbox.CheckCode.SPF_MISSING;
import static org.mailroom.mailbox.CheckCode.SPF_TWICE;
import static org.mailroom.mailbox.CheckCode.SPF_WITHOUT_PROVIDER;

import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.dns.Dns;
import org.mailroom.dns.DnsServer;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.CheckReport.Step;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.SigningKeys.SigningKey;

/** Against a name server of this machine. */
class SenderAlignmentTest {
  private static final String DOMAIN = "xpto.example";
  private static final String OWN = "smtp.xpto.example";
  private static final String MICROSOFT = "smtp.office365.com";
  private static final SigningKey KEY =
      new SigningKey(DOMAIN, "one._domainkey.xpto.example", "MIIBIjAN");

  private final DnsServer dns;

  SenderAlignmentTest() throws SocketException {
    dns = new DnsServer();
  }

  @AfterEach
  void stop() {
    dns.close();
  }

  @Test
  void a_domain_that_publishes_nothing_is_told_what_it_lacks() {
    assertThat(codes(OWN)).containsExactly(SPF_MISSING, DKIM_UNKNOWN, DMARC_MISSING);
    assertThat(steps(OWN, Optional.empty())).allMatch(Step::ok).noneMatch(s -> s.hint().isEmpty());
  }

  @Test
  void what_is_right_is_shown_without_a_hint() {
    dns.text(DOMAIN, "v=spf1 mx -all")
        .text("_dmarc." + DOMAIN, "v=DMARC1; p=reject")
        .text(KEY.recordName(), "v=DKIM1; k=rsa; p=MIIB IjAN");

    List<Step> steps = steps(OWN, Optional.of(KEY));
    assertThat(steps).extracting(Step::code).containsExactly(SPF, DKIM_OURS, DMARC);
    assertThat(steps).extracting(Step::hint).containsOnly("");
    assertThat(steps.get(0).cause()).contains("v=spf1 mx -all");
  }

  @Test
  void spf_that_receivers_do_not_believe_is_told() {
    dns.text(DOMAIN, "v=spf1 mx -all").text(DOMAIN, "v=spf1 a -all");
    assertThat(codes(OWN)).contains(SPF_TWICE);
    dns.without(DOMAIN).text(DOMAIN, "v=spf1 +all").text(DOMAIN, "v=spf10 nonsense");
    assertThat(codes(OWN)).contains(SPF_ANYBODY);
  }

  @Test
  void a_known_provider_must_be_named() {
    dns.text(DOMAIN, "v=spf1 mx -all");
    assertThat(codes(MICROSOFT)).startsWith(SPF_WITHOUT_PROVIDER);
    assertThat(steps(MICROSOFT, Optional.empty()).get(0).hint())
        .contains("include:spf.protection.outlook.com");

    dns.without(DOMAIN).text(DOMAIN, "v=spf1 include:spf.protection.outlook.com -all");
    assertThat(codes(MICROSOFT)).startsWith(SPF);
  }

  @Test
  void whether_the_provider_signs_shows_in_its_record() {
    assertThat(codes(MICROSOFT)).contains(DKIM_PROVIDER_OFF);
    dns.text("selector1._domainkey." + DOMAIN, "v=DKIM1; k=rsa; p=MII");
    assertThat(codes(MICROSOFT)).contains(DKIM_PROVIDER);
  }

  @Test
  void our_own_key_must_be_the_one_published() {
    assertThat(steps(OWN, Optional.of(KEY)).get(1).code()).isEqualTo(DKIM_MISSING);
    dns.text(KEY.recordName(), "v=DKIM1; p=OTHER");
    assertThat(steps(OWN, Optional.of(KEY)).get(1).code()).isEqualTo(DKIM_OTHER_KEY);
  }

  @Test
  void the_policy_may_stand_at_the_domain_above() {
    dns.text("_dmarc." + DOMAIN, "v=DMARC1; p=none; rua=mailto:d@xpto.example");
    assertThat(codes(OWN)).contains(DMARC_WATCHES);
    EmailAddress below = new EmailAddress("desk@mail." + DOMAIN);
    assertThat(new SenderAlignment(new Dns(dns.address())).of(below, OWN, Optional.empty()))
        .extracting(Step::code)
        .contains(DMARC_WATCHES);
    dns.text("_dmarc." + DOMAIN, "v=DMARC1; p=reject");
    assertThat(codes(OWN)).contains(DMARC_TWICE);
  }

  @Test
  void what_nobody_answers_is_not_spoken_of() {
    dns.fallSilent();

    // that we do not sign is known without asking
    assertThat(codes(OWN)).containsExactly(DKIM_UNKNOWN);
  }

  private List<CheckCode> codes(String server) {
    return steps(server, Optional.empty()).stream().map(Step::code).toList();
  }

  private List<Step> steps(String server, Optional<SigningKey> key) {
    return new SenderAlignment(new Dns(dns.address()))
        .of(new EmailAddress("desk@" + DOMAIN), server, key);
  }
}
