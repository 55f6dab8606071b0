package org.mailroom.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mailroom.answer.AnswerLimit;
import org.mailroom.contract.ContractId;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.Route;
import org.mailroom.people.People;
import org.mailroom.request.Classification;
import org.mailroom.request.Contact;
import org.mailroom.request.NewOccurrence;
import org.mailroom.request.OccurrenceView;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;
import org.mailroom.request.ServiceRequests;
import org.mailroom.request.Situation;
import org.mailroom.routing.OutboxChoice;
import org.mailroom.routing.OutboxRouting;
import org.mailroom.routing.RoutingDecision;
import org.mailroom.routing.RoutingRule;
import org.mailroom.template.Rendered;
import org.mailroom.template.TemplateNotFound;
import org.mailroom.template.TemplateView;
import org.mailroom.template.Templates;

/** A service desk in memory: the components a flow speaks to, and what it has said to them. */
public final class Desk {
  public static final RequestNumber REQUEST = new RequestNumber(4711);
  public static final ContractId CONTRACT = new ContractId(7);

  // the engine's threads add to these while a test looks at them
  public final List<OutgoingMail> sent = new CopyOnWriteArrayList<>();
  public final List<String> occurrences = new ArrayList<>();
  public final List<String> thread = new ArrayList<>(List.of("<first@customer.example>"));
  public final Map<String, TemplateView> templates = new HashMap<>();
  public final Map<String, List<EmailAddress>> groups = new HashMap<>();
  public final Map<String, EmailAddress> users = new HashMap<>();
  public final List<Situation> changes = new CopyOnWriteArrayList<>();
  public RuntimeException outboxTrouble;
  public Runnable whenClosed = () -> {};
  public final List<String> asked = new ArrayList<>();
  public String refusal;
  private String origin = "api";
  private String title = "Printer on fire";
  private Optional<EmailAddress> contact = Optional.of(new EmailAddress("ann@customer.example"));
  private Situation situation = Situation.IN_PROGRESS;

  public Desk openedByMail() {
    origin = "mail";
    return this;
  }

  /** A limit that refuses with a reason, once there is one. */
  public AnswerLimit limit() {
    return new AnswerLimit() {
      @Override
      public Optional<String> refusal(EmailAddress sender, String cause, String subject) {
        asked.add(sender + " " + cause);
        return Optional.ofNullable(refusal);
      }
    };
  }

  public Desk withTitle(String newTitle) {
    title = newTitle;
    return this;
  }

  public Desk withoutContactAddress() {
    contact = Optional.empty();
    return this;
  }

  public Desk in(Situation newSituation) {
    situation = newSituation;
    return this;
  }

  public RequestView request() {
    return new RequestView(
        REQUEST,
        CONTRACT,
        "C-1",
        "XPTO Company",
        title,
        "It burns.",
        new Contact("Ann", contact),
        List.of(),
        origin,
        situation,
        Optional.of("support"),
        Optional.empty(),
        Classification.NONE,
        List.of(),
        Instant.EPOCH,
        origin.equals("mail") ? "system" : "api",
        null,
        List.copyOf(thread),
        List.of(),
        List.of());
  }

  public ServiceRequests requests() {
    return new ServiceRequests() {
      @Override
      public RequestView get(RequestNumber number) {
        return request();
      }

      @Override
      public Optional<RequestView> find(RequestNumber number) {
        return Optional.of(request());
      }

      @Override
      public RequestView brief(RequestNumber number) {
        return request();
      }

      @Override
      public List<OccurrenceView> occurrences(RequestNumber number) {
        return request().occurrences();
      }

      @Override
      public List<String> thread(RequestNumber number) {
        return List.copyOf(thread);
      }

      @Override
      public void flowEnded(RequestNumber number) {
        if (situation.isOngoing()) {
          change(number, Situation.CLOSED);
        }
      }

      @Override
      public OccurrenceView append(RequestNumber number, NewOccurrence occurrence) {
        occurrences.add(occurrence.text());
        return null;
      }

      @Override
      public RequestView change(RequestNumber number, Situation wanted) {
        changes.add(wanted);
        situation = wanted;
        whenClosed.run();
        return request();
      }

      @Override
      public void mailQueued(RequestNumber number, String messageId, String words) {
        occurrences.add(words);
        thread.add(messageId);
      }

      @Override
      public String subjectToken(RequestNumber number) {
        return "[#4711-abcdefgh]";
      }
    };
  }

  public People people() {
    return new People() {
      @Override
      public Optional<List<EmailAddress>> group(String acronym) {
        return Optional.ofNullable(groups.get(acronym));
      }

      @Override
      public Optional<EmailAddress> user(String login) {
        return Optional.ofNullable(users.get(login));
      }
    };
  }

  public Templates templates() {
    return new Templates() {
      @Override
      public Optional<TemplateView> find(String identifier) {
        return Optional.ofNullable(templates.get(identifier));
      }

      @Override
      public Rendered render(String identifier, RequestNumber request) {
        TemplateView template =
            find(identifier).orElseThrow(() -> new TemplateNotFound(identifier));
        return new Rendered(keys(template.title()), "text", keys(template.html()));
      }

      @Override
      public Rendered renderText(String subject, String text, RequestNumber request) {
        return new Rendered(keys(subject), keys(text), "");
      }
    };
  }

  private static String keys(String text) {
    return text.replace("${IDSERVICEREQUEST}", REQUEST.toString());
  }

  /** Specific leaves as the contract, or as the mailbox picked; Default as the system. */
  public OutboxRouting routing() {
    return new OutboxRouting() {
      @Override
      public RoutingDecision decide(ContractId contract, OutboxChoice choice) {
        MailboxId box = choice.mailbox().orElse(new MailboxId(choice.specific() ? 17 : 1));
        String sender = choice.specific() ? "xpto@mailroom.example" : "system@mailroom.example";
        return new RoutingDecision(
            Route.through(box, new EmailAddress(sender), ""),
            Optional.of(new EmailAddress("in@mailroom.example")),
            Optional.empty(),
            choice.specific() ? RoutingRule.CONTRACT_OUTBOX : RoutingRule.ELEMENT_DEFAULT,
            "It was chosen.");
      }
    };
  }

  public Outbox outbox() {
    return new Outbox() {
      @Override
      public OutboxMessageId enqueue(OutgoingMail mail) {
        if (outboxTrouble != null) {
          throw outboxTrouble;
        }
        sent.add(mail);
        return new OutboxMessageId(sent.size());
      }

      @Override
      public String messageId(OutboxMessageId id) {
        return "<" + id + "@mailroom.example>";
      }
    };
  }
}
