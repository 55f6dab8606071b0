package org.mailroom.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.deployed.Archives;
import org.mailroom.deployed.Await;
import org.mailroom.deployed.DataDirectory;
import org.mailroom.flow.FlowRuns;
import org.mailroom.flow.Flows;
import org.mailroom.flow.InvalidFlow;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxQuery;
import org.mailroom.paging.Slice;
import org.mailroom.request.Contact;
import org.mailroom.request.OpenRequest;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;
import org.mailroom.request.ServiceRequests;

/** Requests, their flows and their mail commit together, or not at all. */
@ArquillianTest
class TransactionIT {
  @Inject Contracts contracts;
  @Inject Flows flows;
  @Inject FlowRuns runs;
  @Inject ServiceRequests requests;
  @Inject Mailboxes mailboxes;
  @Inject Outbox outbox;
  @Resource UserTransaction transaction;

  @Deployment
  static WebArchive mailroom() {
    DataDirectory.awaitFree();
    WebArchive war =
        ShrinkWrap.createFromZipFile(
            WebArchive.class, Path.of(System.getProperty("mailroom.war")).toFile());
    return war.setWebXML(new StringAsset(open(Archives.text(war, "WEB-INF/web.xml"))))
        .addPackage(TransactionIT.class.getPackage())
        .addClasses(Await.class)
        .addAsLibrary(jarOf(Assertions.class));
  }

  /** Everything needs a log-in, and so would the servlet that runs these tests. */
  private static String open(String webXml) {
    return webXml.replace(
        "<url-pattern>/health/*</url-pattern>",
        "<url-pattern>/health/*</url-pattern><url-pattern>/ArquillianServletRunnerEE9</url-pattern>");
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  @Test
  void a_request_that_rolls_back_leaves_no_trace() throws Exception {
    ContractView contract = contractWithFlow("ROLLBACK");

    transaction.begin();
    RequestNumber number = open(contract).number();
    assertThat(runs.of(number)).isPresent();
    transaction.rollback();

    assertThat(requests.find(number)).isEmpty();
    assertThat(runs.of(number)).isEmpty();
    assertThat(outbox.list(OutboxQuery.about(number.toString()), Slice.first(10)).total()).isZero();
  }

  @Test
  void without_any_outbox_the_mail_is_held_and_the_request_goes_on() {
    // another test that used the data directory may have left one
    mailboxes.defaultOutbox().ifPresent(left -> mailboxes.delete(left.id()));
    RequestNumber number = open(contractWithFlow("HELD")).number();

    Await.until("both mails are in the outbox", () -> mails(number) == 2);
    assertThat(outbox.list(OutboxQuery.about(number.toString()), Slice.first(10)).items())
        .hasSize(2)
        .allSatisfy(message -> assertThat(message.holdReason()).contains("NO_OUTBOX"));
  }

  @Test
  void an_expression_that_reaches_for_a_class_is_refused() {
    String evil =
        Flow.TEXT.replace(
            "${request.contact.email}", "${''.getClass().forName('java.lang.Runtime')}");

    assertThatThrownBy(() -> flows.save(evil)).isInstanceOf(InvalidFlow.class);
  }

  private long mails(RequestNumber number) {
    return outbox.list(OutboxQuery.about(number.toString()), Slice.first(10)).total();
  }

  /** The data directory may be that of an earlier run, so the number is new each time. */
  private ContractView contractWithFlow(String prefix) {
    String key = flows.save(Flow.TEXT).key();
    return contracts.register(
        new ContractDraft(
            prefix + UUID.randomUUID(),
            "Client",
            null,
            null,
            null,
            null,
            null,
            null,
            key,
            null,
            null,
            null));
  }

  private RequestView open(ContractView contract) {
    Contact ana = new Contact("Ana", Optional.of(new EmailAddress("ana@customer.example")));
    return requests.open(OpenRequest.of(contract.id(), "Printer", "It burns.", ana, "api"));
  }
}
