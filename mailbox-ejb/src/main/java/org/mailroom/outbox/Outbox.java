package org.mailroom.outbox;

import static java.util.stream.Collectors.toSet;
import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxBrief;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.marked.MarkedAddresses;
import org.mailroom.outbox.jpa.MessageSearch;
import org.mailroom.outbox.jpa.OutboxStore;
import org.mailroom.outbox.mime.MimeRenderer;
import org.mailroom.outbox.model.MessageIds;
import org.mailroom.outbox.model.OutboxMessage;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.switches.SwitchWatch;
import org.mailroom.switches.Switched;
import org.mailroom.vault.Vault;

/**
 * The transactional outbox: a message enqueued here leaves if, and only if, the caller's
 * transaction commits.
 *
 * <p>Promise: at least once, nothing lost after the commit, the same bytes and Message-ID on every
 * try. Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class Outbox {
  // RFC 2606: a name that is nobody's, for messages whose sender is not known yet
  private static final String NO_DOMAIN = "mailroom.invalid";

  @Inject OutboxStore store;
  @Inject MessageSearch search;
  @Inject MimeRenderer renderer;
  @EJB Mailboxes mailboxes;
  @Inject SwitchWatch switches;
  @EJB MarkedAddresses marked;
  @Inject Vault vault;
  @Inject Environment environment;
  @EJB Audit audit;
  @Inject Clock clock;
  @Inject MessageChanges changes;

  /**
   * Renders the message to its final MIME bytes and queues it. A route {@link Route.Way#NONE} holds
   * it as {@code NO_OUTBOX}.
   *
   * @throws IllegalArgumentException if there is no recipient
   */
  @Allowed(OPERATOR)
  public OutboxMessageId enqueue(OutgoingMail mail) {
    if (mail.to().isEmpty()) {
      throw new IllegalArgumentException("A message needs a recipient: " + mail.origin());
    }
    Instant now = clock.instant();
    String messageId = new MessageIds(vault).next(domain(mail.route()));
    Switched switched = switches.now();
    byte[] rendered =
        switched.divertedTo().isPresent()
            ? renderer.renderDiverted(mail, messageId, now)
            : renderer.render(mail, messageId, now);
    byte[] raw = changes.signed(mail.route(), rendered);
    OutboxMessage message = new OutboxMessage(mail, messageId, raw.length, now);
    marked.among(mail.to()).stream().findFirst().ifPresent(message::waitFor);
    message.obey(switched);
    store.add(message, raw);
    changes.tell(message, message.explanation());
    return message.id();
  }

  private static String domain(Route route) {
    return route.from() == null ? NO_DOMAIN : route.from().domain();
  }

  /** The system's default outbox: the mailbox marked default, else the Mail Session, else none. */
  public Route defaultRoute() {
    return mailboxes
        .defaultOutbox()
        .map(Outbox::through)
        .or(() -> sessionAddress().map(from -> Route.throughSession(from, "")))
        .orElseGet(Route::none);
  }

  /** Whom the server's Mail Session speaks for, whether or not it is the default outbox. */
  public Optional<EmailAddress> sessionAddress() {
    return MailSession.of(environment).map(MailSession::from);
  }

  private static Route through(MailboxView mailbox) {
    return Route.through(mailbox.id(), new EmailAddress(mailbox.sender()), mailbox.senderName());
  }

  /**
   * The way through an Output mailbox, under its own identity; through the default outbox if none
   * is named.
   *
   * @throws NoSuchWay if there is none
   */
  @Allowed(OPERATOR)
  public Route routeThrough(Optional<MailboxId> wanted) {
    return wanted
        .map(id -> outputMailbox(id).map(Outbox::through))
        .orElseGet(() -> Optional.of(defaultRoute()))
        .filter(route -> route.way() != Route.Way.NONE)
        .orElseThrow(NoSuchWay::new);
  }

  private Optional<MailboxView> outputMailbox(MailboxId id) {
    return mailboxes.find(id).filter(mailbox -> mailbox.type() == MailboxType.OUTPUT);
  }

  /**
   * Tries a message again now: one that failed, is uncertain or waits for its next try.
   *
   * @throws MessageNotInState if it is sent, being sent or cancelled
   */
  @Allowed(OPERATOR)
  public void retry(OutboxMessageId id) {
    changes.retry(store.locked(id));
  }

  /** How many messages were suppressed, as all mail was off, since then and still are. */
  @Allowed
  public long suppressed(Instant since) {
    return store.suppressed(since);
  }

  /**
   * Queues the oldest messages that were suppressed since then.
   *
   * @return how many there were
   */
  @Allowed
  public int queueSuppressed(Instant since, int most) {
    List<OutboxMessage> suppressed =
        store.suppressed(since, most).stream()
            .map(store::locked)
            // somebody may have been faster
            .filter(message -> message.state() == MessageState.SUPPRESSED)
            .toList();
    String by = "queued by %s after all mail was off".formatted(audit.caller());
    for (OutboxMessage message : suppressed) {
      message.retry(clock.instant());
      changes.tell(message, by);
    }
    if (!suppressed.isEmpty()) {
      audit.note("message.suppressed_queued", "messages", suppressed.size() + " suppressed");
    }
    return suppressed.size();
  }

  /** Lets a message wait until {@link #release}. */
  @Allowed(OPERATOR)
  public void hold(OutboxMessageId id, String reason) {
    changes.hold(store.locked(id), reason);
  }

  /**
   * Queues a held message.
   *
   * @throws MessageNotInState if it is not held
   */
  @Allowed(OPERATOR)
  public void release(OutboxMessageId id) {
    changes.release(store.locked(id));
  }

  /**
   * Never sends it.
   *
   * @throws MessageNotInState if it is not waiting
   */
  @Allowed(OPERATOR)
  public void cancel(OutboxMessageId id) {
    changes.cancel(store.locked(id));
  }

  /**
   * Sends a waiting or failed message by another way; it is rendered anew with that way's From and
   * keeps its Message-ID.
   *
   * @throws IllegalArgumentException if the route is {@link Route.Way#NONE}
   * @throws MessageNotInState if it is sent, being sent or cancelled
   */
  @Allowed(OPERATOR)
  public void reroute(OutboxMessageId id, Route route) {
    if (route.way() == Route.Way.NONE) {
      throw new IllegalArgumentException("Message %s needs a way out".formatted(id));
    }
    changes.reroute(store.locked(id), route);
  }

  /**
   * Sends the oldest messages that had no way out by the default outbox, if there is one now.
   *
   * @return how many found a way
   */
  @Allowed
  public int adopt(int most) {
    Route route = defaultRoute();
    if (route.way() == Route.Way.NONE) {
      return 0;
    }
    List<OutboxMessageId> homeless = store.withoutOutbox(most);
    homeless.stream()
        .map(store::locked)
        // another node may have been faster
        .filter(OutboxMessage::waitsForOutbox)
        .forEach(message -> adopt(message, route));
    return homeless.size();
  }

  private void adopt(OutboxMessage message, Route route) {
    changes.render(message, route, message.explanation());
    changes.tell(message, "There is a default outbox now.");
  }

  /**
   * @throws MessageNotFound if there is none
   */
  public OutboxMessageView get(OutboxMessageId id) {
    OutboxMessage message = store.get(id);
    return view(message, waysOut(List.of(message)));
  }

  /**
   * The Message-ID of a message, with angle brackets; what else a view tells is not read for it.
   *
   * @throws MessageNotFound if there is none
   */
  public String messageId(OutboxMessageId id) {
    return store.get(id).messageId();
  }

  public Page<OutboxMessageView> list(OutboxQuery query, Slice slice) {
    Page<OutboxMessage> page = search.list(query, slice);
    Map<MailboxId, MailboxBrief> waysOut = waysOut(page.items());
    return page.map(message -> view(message, waysOut));
  }

  private Map<MailboxId, MailboxBrief> waysOut(List<OutboxMessage> messages) {
    return mailboxes.briefs(
        messages.stream().flatMap(message -> message.lane().mailbox().stream()).collect(toSet()));
  }

  // a mailbox may have been deleted since the message left through it
  private static OutboxMessageView view(
      OutboxMessage message, Map<MailboxId, MailboxBrief> waysOut) {
    Optional<MailboxBrief> mailbox = message.lane().mailbox().map(waysOut::get);
    return message.view(
        name(message.lane(), mailbox), mailbox.map(MailboxBrief::limitedUntil).orElse(null));
  }

  private static String name(Lane lane, Optional<MailboxBrief> mailbox) {
    return switch (lane.way()) {
      case MAILBOX -> mailbox.map(MailboxBrief::name).orElseGet(lane::toString);
      case SESSION -> "Mail Session";
      case NONE -> "none yet";
    };
  }

  /** What happened to a message so far, oldest first: queued, each try, what people did to it. */
  public List<MessageEvent> history(OutboxMessageId id) {
    return store.history(id);
  }

  /** The message as it is or was sent (RFC 5322). */
  public byte[] raw(OutboxMessageId id) {
    return store.body(id).raw();
  }

  /** What the message with this Message-ID was about, if it is one of ours with our signature. */
  @Allowed({OPERATOR, AUDITOR})
  public Optional<String> referenceOf(String messageId) {
    return new MessageIds(vault).ours(messageId).flatMap(store::referenceOf);
  }

  /** How many messages are in each state. */
  public Map<MessageState, Long> counts() {
    return search.counts();
  }
}
