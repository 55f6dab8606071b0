package org.mailroom.intake;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mailroom.answer.AnswerLimitFixture;
import org.mailroom.bounce.Bounce;
import org.mailroom.bounce.Bounces;
import org.mailroom.contract.ContractFixture;
import org.mailroom.contract.Contracts;
import org.mailroom.contract.KnownMailboxes;
import org.mailroom.contract.NotedAudit;
import org.mailroom.database.TestDatabase;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.Outcome;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.inbound.mime.MimeParser;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.Route;
import org.mailroom.outbox.mime.MimeRenderer;
import org.mailroom.paging.Slice;
import org.mailroom.people.People;
import org.mailroom.request.RequestFixture;
import org.mailroom.request.RequestQuery;
import org.mailroom.request.RequestView;
import org.mailroom.rule.RuleFixture;
import org.mailroom.transaction.EachTime;

/** One Mailroom with one contract, which confirms each request to whoever wrote. */
final class Site implements AutoCloseable {
  private final TestDatabase database = TestDatabase.h2();
  private final KnownMailboxes mailboxes = new KnownMailboxes();
  private final EmailAddress address;
  private final List<String> held = new ArrayList<>();
  private long received;

  Site(String address) {
    this.address = new EmailAddress(address);
    var input = mailboxes.input("in", address);
    in(em -> contracts(em).register(ContractFixture.linked("C-1", "Client", null, input)));
  }

  /** The confirmation of a received mail, as it leaves; empty if none does. */
  Optional<String> receive(byte[] raw) {
    IncomingMail mail =
        new MimeParser()
            .read(new ReceivedId(++received), new MailboxId(1), ContractFixture.NOON.instant(), raw)
            .mail()
            .orElseThrow();
    return in(
        em -> {
          Outcome outcome = intake(em).handle(mail).orElseThrow();
          return outcome.state() == ReceivedState.OPENED ? confirmed(em, mail) : Optional.empty();
        });
  }

  private Optional<String> confirmed(EntityManager em, IncomingMail mail) {
    RequestView request =
        RequestFixture.requests(em).list(RequestQuery.all(), Slice.first(1)).items().get(0);
    String subject = "We got it [#%s]".formatted(request.number());
    EmailAddress sender = mail.from().orElseThrow();
    String cause = request.number() + "/0";
    Optional<String> refusal =
        database.transaction(
            "mailbox",
            entities ->
                AnswerLimitFixture.over(entities, ContractFixture.NOON)
                    .refusal(sender, cause, subject));
    refusal.ifPresent(held::add);
    return refusal.isPresent() ? Optional.empty() : Optional.of(rendered(sender, subject, mail));
  }

  private String rendered(EmailAddress to, String subject, IncomingMail answered) {
    OutgoingMail mail =
        new OutgoingMail(
            Route.throughSession(address, "Desk"),
            "",
            List.of(to),
            Optional.empty(),
            subject,
            "We look into it.",
            "",
            List.of(answered.messageId()),
            "1",
            "1",
            OutgoingMail.Priority.ROUTINE,
            "test",
            Optional.empty());
    String id = "<%d@%s>".formatted(received, address.domain());
    return new String(
        new MimeRenderer().render(mail, id, ContractFixture.NOON.instant()),
        StandardCharsets.UTF_8);
  }

  /** Why answers had to wait. */
  List<String> held() {
    return held;
  }

  long requests() {
    return in(em -> RequestFixture.requests(em).list(RequestQuery.all(), Slice.first(1)).total());
  }

  private Contracts contracts(EntityManager em) {
    return ContractFixture.contracts(em, mailboxes, new NotedAudit());
  }

  private Intake intake(EntityManager em) {
    Intake intake = new Intake();
    intake.contracts = contracts(em);
    intake.judge = judge(em);
    intake.filing = new Filing();
    intake.filing.requests = RequestFixture.requests(em);
    intake.files = new MailFiles();
    intake.once = new EachTime();
    intake.files.screen = RequestFixture.screen("");
    intake.bounces =
        new Bounces() {
          @Override
          public Optional<Bounce> reported(IncomingMail mail) {
            return Optional.empty();
          }
        };
    return intake;
  }

  private Judge judge(EntityManager em) {
    Judge judge = new Judge();
    judge.contracts = contracts(em);
    judge.requests = RequestFixture.requests(em);
    judge.threads = RequestFixture.threads(em, judge.requests);
    judge.released = ContractFixture.released(em, judge.contracts, new NotedAudit());
    judge.rules = RuleFixture.rules(em, mailboxes, new NotedAudit());
    judge.people =
        new People() {
          @Override
          public boolean knows(EmailAddress anybody) {
            return false;
          }
        };
    judge.mailboxes = mailboxes;
    judge.outbox = new OwnMail();
    judge.clock = ContractFixture.NOON;
    judge.once = new EachTime();
    return judge;
  }

  private <T> T in(Function<EntityManager, T> work) {
    return database.transaction("contract", work);
  }

  @Override
  public void close() {
    database.close();
  }

  /** Nothing that left is known again: the relay has seen to that. */
  private final class OwnMail extends Outbox {
    @Override
    public Optional<String> referenceOf(String messageId) {
      return Optional.empty();
    }

    @Override
    public Optional<EmailAddress> sessionAddress() {
      return Optional.of(address);
    }
  }
}
