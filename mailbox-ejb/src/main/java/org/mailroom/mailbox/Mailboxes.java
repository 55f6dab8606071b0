package org.mailroom.mailbox;

import static java.util.stream.Collectors.toMap;
import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mailroom.access.Allowed;
import org.mailroom.access.OwnWork;
import org.mailroom.access.Reach;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.jpa.MailboxStore;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/**
 * Registers, changes and looks after mailboxes. For console, REST and other EE modules:
 *
 * <pre>{@code
 * @EJB Mailboxes mailboxes;
 *
 * MailboxView outbox = mailboxes.register(draft);
 * mailboxes.change(outbox.id(), otherDraft, Optional.of(outbox.version()));
 * }</pre>
 *
 * <p>Each call joins the caller's transaction or starts one, but for {@link #check}. Stateless and
 * thread-safe. Parameters are never null unless they say so; a {@link MailboxDraft} says itself
 * what may be. Input is checked whole: {@link InvalidMailbox} tells every problem. Every refusal is
 * a {@link org.mailroom.failure.Failure}, reaches the caller unwrapped and marks the transaction
 * for roll-back. Passwords go in and never come out. A contract manager reaches the mailboxes that
 * were given to them; others do not exist for them. What changes something is audited. Worked
 * examples: docs/embedding.md.
 */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class Mailboxes {
  private static final System.Logger LOG = System.getLogger(Mailboxes.class.getName());

  @Inject MailboxStore store;
  @Inject Registration registration;
  @Inject ConnectionChecks checks;
  @Inject Instance<MailboxUsage> usages;
  @Inject MailSessions sessions;
  @EJB Audit audit;
  @Inject Clock clock;
  @Inject Event<MailboxResumed> resumed;

  /**
   * Registers a mailbox. It need not have passed a check, and its server need not answer. One that
   * is not paused is read or sent through once the transaction has committed.
   *
   * @return the mailbox with what was left out filled in
   * @throws InvalidMailbox if a rule of docs/mailboxes.md is broken
   */
  @Allowed(CONTRACT_MANAGER)
  public MailboxView register(MailboxDraft draft) {
    Mailbox mailbox = registration.register(draft, clock.instant());
    Reach.ofThisCall().registeredMailbox(mailbox.id().value());
    changed("registered", mailbox, stated(mailbox, Change.between(null, mailbox.settings())));
    return view(mailbox);
  }

  /**
   * Changes a mailbox to what the draft states, whole: what it leaves out gets its default, but for
   * the password, which stays unless it is removed. A draft that says what is there already changes
   * nothing, and no version rises.
   *
   * @param version of the {@link MailboxView} the change is based on; empty changes whatever is
   *     there
   * @throws MailboxChanged if somebody else has changed it since
   * @throws InvalidMailbox if a rule of docs/mailboxes.md is broken
   */
  @Allowed(CONTRACT_MANAGER)
  public MailboxView change(MailboxId id, MailboxDraft draft, Optional<Long> version) {
    Mailbox mailbox = existing(id);
    if (version.filter(seen -> seen != mailbox.version()).isPresent()) {
      throw new MailboxChanged(id);
    }
    List<Change> changes = registration.change(mailbox, draft, clock.instant());
    if (!changes.isEmpty()) {
      changed("changed", mailbox, changes);
    }
    return view(mailbox);
  }

  /**
   * What {@link #register} or {@link #change} would say about one field, for a form that tells it
   * while it is filled in. Saves nothing.
   *
   * @param field as the problems name it
   * @param stored the mailbox that is to be changed; empty for a new one
   */
  public List<Problem> problemsAt(String field, MailboxDraft draft, Optional<MailboxId> stored) {
    return registration.problemsAt(field, draft, stored.map(this::existing));
  }

  /** Stops reading or sending; queued mail waits. */
  @Allowed(CONTRACT_MANAGER)
  public void pause(MailboxId id) {
    Mailbox mailbox = existing(id);
    if (mailbox.isActive()) {
      mailbox.pause();
      store.write(mailbox);
      changed("paused", mailbox, List.of(Change.of("active", true, false)));
    }
  }

  /**
   * Reads or sends again, and forgets past failures.
   *
   * @throws InvalidMailbox if its password was removed
   */
  @Allowed(CONTRACT_MANAGER)
  public void resume(MailboxId id) {
    Mailbox mailbox = existing(id);
    boolean paused = !mailbox.isActive();
    registration.resume(mailbox, clock.instant());
    resumed.fire(new MailboxResumed(id));
    if (paused) {
      changed("resumed", mailbox, List.of(Change.of("active", false, true)));
    }
  }

  /**
   * Deletes a mailbox and its password. If it was the default outbox, there is none any more.
   *
   * @throws MailboxInUse if a contract or a flow element names it, or mail waits in it
   */
  @Allowed(CONTRACT_MANAGER)
  public void delete(MailboxId id) {
    Mailbox mailbox = existing(id);
    List<MailboxUsage.Use> uses = usesOf(id);
    if (!uses.isEmpty()) {
      throw new MailboxInUse(id, uses);
    }
    store.remove(mailbox);
    changed("deleted", mailbox, Change.between(mailbox.settings(), null));
  }

  /** The mailbox if there is one; unlike {@link #get} it costs nobody their transaction. */
  public Optional<MailboxView> find(MailboxId id) {
    return store.find(id).map(this::view);
  }

  /**
   * @throws MailboxNotFound if there is none
   */
  public MailboxView get(MailboxId id) {
    return view(existing(id));
  }

  /** Those of these that there are, in one query. */
  public Map<MailboxId, MailboxView> all(Collection<MailboxId> ids) {
    return store.all(ids).stream().collect(toMap(Mailbox::id, this::view));
  }

  /** The same for lists that only mention them. */
  public Map<MailboxId, MailboxBrief> briefs(Collection<MailboxId> ids) {
    return store.briefs(ids, clock.instant()).stream()
        .collect(toMap(MailboxBrief::id, Function.identity()));
  }

  /** A page, found, sorted and cut in the database. */
  public Page<MailboxView> list(MailboxQuery query, Slice slice) {
    Optional<MailboxId> theDefault = store.defaultOutbox();
    return store.list(narrowed(query), slice).map(mailbox -> view(mailbox, theDefault));
  }

  /** All that match, in order, as ids alone. */
  public List<MailboxId> ids(MailboxQuery query) {
    MailboxQuery wanted = narrowed(query);
    return store.ids(wanted).stream()
        .filter(id -> wanted.among() == null || wanted.among().contains(id))
        .toList();
  }

  private MailboxQuery narrowed(MailboxQuery query) {
    return query.used() == null ? query : query.among(usedOrNot(query));
  }

  private Set<MailboxId> usedOrNot(MailboxQuery query) {
    Set<MailboxId> used = new HashSet<>();
    OwnWork.run(() -> usages.forEach(usage -> used.addAll(usage.named())));
    Set<MailboxId> wanted =
        new HashSet<>(query.among() == null ? store.ids(MailboxQuery.all()) : query.among());
    wanted.removeIf(id -> used.contains(id) != query.used());
    return wanted;
  }

  /** All mailboxes of a type by name, for a choice. */
  public List<MailboxView> ofType(MailboxType type) {
    Optional<MailboxId> theDefault = store.defaultOutbox();
    return store.ofType(type).stream().map(mailbox -> view(mailbox, theDefault)).toList();
  }

  /**
   * Makes an Output mailbox the system's default outbox, in place of any other.
   *
   * @throws InvalidMailbox if it is an Input mailbox
   */
  @Allowed
  public void makeDefault(MailboxId id) {
    Mailbox mailbox = existing(id);
    if (mailbox.settings().type() != MailboxType.OUTPUT) {
      throw new InvalidMailbox(
          List.of(new Problem("TYPE_OUTPUT", "type", "Mail leaves by Output mailboxes only.")));
    }
    Optional<MailboxId> before = store.defaultOutbox();
    if (before.filter(id::equals).isEmpty()) {
      store.makeDefault(id);
      changed("made-default", mailbox, List.of(Change.of("defaultOutbox", before, id)));
    }
  }

  /** The Output mailbox that is marked default. */
  @Allowed({OPERATOR, AUDITOR})
  public Optional<MailboxView> defaultOutbox() {
    return OwnWork.call(() -> store.defaultOutbox().flatMap(store::find))
        .map(mailbox -> view(mailbox, true));
  }

  /** Who names this mailbox, in words: contracts, flow elements. */
  public List<MailboxUsage.Use> usesOf(MailboxId id) {
    existing(id);
    // also those of whom the caller knows nothing: they would lose it
    return OwnWork.call(() -> usages.stream().flatMap(usage -> usage.usesOf(id).stream()).toList());
  }

  /** Who names each of these mailboxes; asks once for all of them. */
  public Map<MailboxId, List<MailboxUsage.Use>> usesOfEach(Collection<MailboxId> ids) {
    Map<MailboxId, List<MailboxUsage.Use>> uses = new HashMap<>();
    ids.stream()
        .filter(id -> Reach.ofThisCall().mailbox(id.value()))
        .forEach(id -> uses.put(id, new ArrayList<>()));
    // also those of whom the caller knows nothing, as above
    OwnWork.run(
        () ->
            usages.forEach(
                usage ->
                    usage
                        .usesOfEach(uses.keySet())
                        .forEach((id, more) -> uses.get(id).addAll(more))));
    return uses;
  }

  /** The addresses that are ours: senders of Output and users of Input mailboxes. */
  @Allowed({OPERATOR, AUDITOR})
  public List<EmailAddress> ownAddresses() {
    return store.addresses().stream().map(EmailAddress::parse).flatMap(Optional::stream).toList();
  }

  /**
   * Tries settings that need not be saved: address look-up, connection, TLS, greeting, log-in, and
   * folder or MAIL FROM. Runs outside any transaction and takes up to a minute.
   *
   * @param stored the mailbox whose stored password is used when the draft has none; only if
   *     server, port, security and user are still the same
   * @throws InvalidMailbox if the settings make no sense, or the password must be entered again
   * @throws CheckRefused if there were too many checks in the last minute
   */
  @Allowed(CONTRACT_MANAGER)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public CheckReport check(MailboxDraft draft, Optional<MailboxId> stored) {
    return checks.check(Trial.of(draft, stored));
  }

  private Mailbox existing(MailboxId id) {
    return store.find(id).orElseThrow(() -> new MailboxNotFound(id));
  }

  private MailboxView view(Mailbox mailbox) {
    return view(mailbox, isDefault(mailbox));
  }

  /** Not asked about Input mailboxes, each mail of which is read with its mailbox. */
  private boolean isDefault(Mailbox mailbox) {
    return mailbox.settings().type() == MailboxType.OUTPUT
        && store.defaultOutbox().filter(mailbox.id()::equals).isPresent();
  }

  private MailboxView view(Mailbox mailbox, Optional<MailboxId> theDefault) {
    return view(mailbox, theDefault.filter(mailbox.id()::equals).isPresent());
  }

  private MailboxView view(Mailbox mailbox, boolean isDefault) {
    return mailbox
        .settings()
        .mailSession()
        .map(name -> mailbox.view(isDefault, sessions.connection(name), clock.instant()))
        .orElseGet(() -> mailbox.view(isDefault, clock.instant()));
  }

  private static List<Change> stated(Mailbox mailbox, List<Change> settings) {
    List<Change> changes = new ArrayList<>(settings);
    if (mailbox.hasPassword()) {
      changes.add(Change.secret("password", false, true));
    }
    if (mailbox.hasClientSecret()) {
      changes.add(Change.secret("clientSecret", false, true));
    }
    return changes;
  }

  private void changed(String action, Mailbox mailbox, List<Change> changes) {
    audit.changed("mailbox." + action, "mailbox " + mailbox.id(), changes);
    LOG.log(System.Logger.Level.INFO, "mailbox.{0} id={1}", action, mailbox.id());
  }
}
