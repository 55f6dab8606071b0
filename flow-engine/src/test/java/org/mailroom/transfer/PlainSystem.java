package org.mailroom.transfer;

import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.mailroom.audit.Audit;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.contract.InvalidContract;
import org.mailroom.contract.ReleasedSenders;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.dkim.DkimTransfer;
import org.mailroom.failure.Problem;
import org.mailroom.flow.FlowView;
import org.mailroom.flow.Flows;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.ConsentState;
import org.mailroom.mailbox.ConsentView;
import org.mailroom.mailbox.Consents;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.InvalidMailbox;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.mailbox.OAuthDraft;
import org.mailroom.mailbox.OAuthView;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.SendingPolicy;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.people.GroupView;
import org.mailroom.people.People;
import org.mailroom.request.Classification;
import org.mailroom.request.Priority;
import org.mailroom.rule.InvalidRule;
import org.mailroom.rule.MailRules;
import org.mailroom.rule.RuleAction;
import org.mailroom.rule.RuleCondition;
import org.mailroom.rule.RuleDraft;
import org.mailroom.rule.RuleId;
import org.mailroom.rule.RuleView;
import org.mailroom.template.TemplateView;
import org.mailroom.template.Templates;
import org.mailroom.vault.Secret;

/** An installation in memory that can roll back. Its rules are few: enough to be refused by. */
final class PlainSystem {
  /** All that a transaction may change. */
  private static final class State {
    final Map<Long, MailboxView> mailboxes = new TreeMap<>();
    final Map<Long, Secret> passwords = new TreeMap<>();
    final Map<Long, Secret> clientSecrets = new TreeMap<>();
    final Map<Long, SigningKey> signingKeys = new TreeMap<>();
    final Map<Long, ContractView> contracts = new TreeMap<>();
    final Map<String, GroupView> groups = new TreeMap<>();
    final Map<String, TemplateView> templates = new TreeMap<>();
    final Map<ContractId, List<EmailAddress>> released = new HashMap<>();
    final Map<MailboxId, List<RuleView>> rules = new HashMap<>();
    final List<String> audited = new ArrayList<>();
    Optional<MailboxId> theDefault = Optional.empty();

    State copy() {
      State copy = new State();
      copy.mailboxes.putAll(mailboxes);
      copy.passwords.putAll(passwords);
      copy.clientSecrets.putAll(clientSecrets);
      copy.signingKeys.putAll(signingKeys);
      copy.contracts.putAll(contracts);
      copy.groups.putAll(groups);
      copy.templates.putAll(templates);
      copy.released.putAll(released);
      copy.rules.putAll(rules);
      copy.audited.addAll(audited);
      copy.theDefault = theDefault;
      return copy;
    }
  }

  private State state = new State();
  private State before;
  private boolean consented;
  private long ids = 100;

  Transfer transfer() {
    Installed installed = new Installed();
    installed.mailboxes = new PlainMailboxes();
    installed.mailboxItems = new MailboxItems();
    installed.mailboxItems.mailboxes = installed.mailboxes;
    installed.mailboxItems.consents = new PlainConsents();
    installed.mailboxItems.signingKeys = new PlainSigningKeys();
    installed.defaultOutbox = new DefaultOutboxItems();
    installed.defaultOutbox.mailboxes = installed.mailboxes;
    installed.groups = new GroupItems();
    installed.groups.people = new PlainPeople();
    installed.templates = new TemplateItems();
    installed.templates.templates = new PlainTemplates();
    installed.flows = new FlowItems();
    installed.flows.flows = new NoFlows();
    installed.contracts = new ContractItems();
    installed.contracts.contracts = new PlainContracts();
    installed.contracts.released = new PlainReleased();
    installed.mailRules = new MailRuleItems();
    installed.mailRules.rules = new PlainRules();
    installed.secrets = new StoredSecrets();
    installed.secrets.mailboxes = installed.mailboxes;
    installed.secrets.access = new PlainAccess();
    installed.secrets.signingKeys = installed.mailboxItems.signingKeys;
    Transfer transfer = new Transfer();
    transfer.installed = installed;
    transfer.audit = new PlainAudit();
    transfer.transaction = new Undo();
    return transfer;
  }

  List<String> audited() {
    return state.audited;
  }

  MailboxView mailbox(String name) {
    return state.mailboxes.values().stream()
        .filter(mailbox -> mailbox.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Optional<Secret> passwordOf(String name) {
    return Optional.ofNullable(state.passwords.get(mailbox(name).id().value()));
  }

  Optional<Secret> clientSecretOf(String name) {
    return Optional.ofNullable(state.clientSecrets.get(mailbox(name).id().value()));
  }

  /** As a person does in the form. */
  void keepClientSecret(String name, Secret secret) {
    MailboxView m = mailbox(name);
    OAuthView o = m.oauth();
    OAuthDraft oauth =
        new OAuthDraft(o.grant(), o.issuer(), o.clientId(), secret, false, o.scope(), null);
    new PlainMailboxes().change(m.id(), resumed(m, null, oauth), Optional.empty());
  }

  /** As a person does at the provider. */
  void consent() {
    consented = true;
  }

  /** As a person does in the form: the password is entered, and the mailbox resumed. */
  void keepPassword(String name, Secret password) {
    MailboxView m = mailbox(name);
    new PlainMailboxes().change(m.id(), resumed(m, password, null), Optional.empty());
  }

  private static MailboxDraft resumed(MailboxView m, Secret password, OAuthDraft oauth) {
    return new MailboxDraft(
        m.name(),
        m.type(),
        m.server(),
        m.port(),
        m.security(),
        m.authentication(),
        m.user(),
        password,
        false,
        null,
        null,
        m.sender(),
        m.senderName(),
        m.replyTo(),
        null,
        true,
        null,
        null,
        null,
        oauth,
        null,
        null);
  }

  /** The key that signs the mail of a mailbox. */
  record SigningKey(String selector, Secret key) {}

  Optional<SigningKey> signingKeyOf(String name) {
    return Optional.ofNullable(state.signingKeys.get(mailbox(name).id().value()));
  }

  void sign(String name, SigningKey key) {
    state.signingKeys.put(mailbox(name).id().value(), key);
  }

  private final class PlainSigningKeys extends DkimTransfer {
    @Override
    public Map<MailboxId, String> selectors() {
      Map<MailboxId, String> selectors = new HashMap<>();
      state.signingKeys.forEach((id, key) -> selectors.put(new MailboxId(id), key.selector()));
      return selectors;
    }

    @Override
    public Optional<Secret> key(MailboxId mailbox) {
      return Optional.ofNullable(state.signingKeys.get(mailbox.value())).map(SigningKey::key);
    }

    @Override
    public void take(MailboxId mailbox, String selector, Secret key) {
      state.signingKeys.put(mailbox.value(), new SigningKey(selector, key));
    }
  }

  private final class PlainMailboxes extends Mailboxes {
    @Override
    public List<MailboxView> ofType(MailboxType type) {
      return state.mailboxes.values().stream().filter(m -> m.type() == type).toList();
    }

    @Override
    public MailboxView register(MailboxDraft draft) {
      state.audited.add("registered " + draft.name());
      return write(new MailboxId(++ids), draft, 1);
    }

    @Override
    public MailboxView change(MailboxId id, MailboxDraft draft, Optional<Long> version) {
      MailboxView present = state.mailboxes.get(id.value());
      List<Secret> secrets = secrets(id);
      MailboxView kept = write(id, draft, present.version());
      boolean same = kept.equals(present) && secrets.equals(secrets(id));
      return same ? kept : write(id, draft, present.version() + 1);
    }

    private List<Secret> secrets(MailboxId id) {
      return Arrays.asList(state.passwords.get(id.value()), state.clientSecrets.get(id.value()));
    }

    private MailboxView write(MailboxId id, MailboxDraft draft, long version) {
      if (draft.mailSession() == null && draft.server().contains("/")) {
        throw new InvalidMailbox(
            List.of(new Problem("SERVER_SYNTAX", "server", "No slashes in a server.")));
      }
      if (draft.removePassword()) {
        state.passwords.remove(id.value());
      } else if (draft.password() != null) {
        state.passwords.put(id.value(), draft.password());
      }
      Optional<OAuthDraft> oauth = Optional.ofNullable(draft.oauth());
      if (oauth.isEmpty() || oauth.get().removeClientSecret()) {
        state.clientSecrets.remove(id.value());
      } else if (oauth.get().clientSecret() != null) {
        state.clientSecrets.put(id.value(), oauth.get().clientSecret());
      }
      MailboxView view = view(id, draft, version);
      state.mailboxes.put(id.value(), view);
      return view;
    }

    @Override
    public void makeDefault(MailboxId id) {
      state.theDefault = Optional.of(id);
    }

    @Override
    public Optional<MailboxView> defaultOutbox() {
      return state.theDefault.map(id -> state.mailboxes.get(id.value()));
    }
  }

  private MailboxView view(MailboxId id, MailboxDraft draft, long version) {
    boolean input = draft.type() == MailboxType.INPUT;
    return new MailboxView(
        id,
        draft.name(),
        draft.type(),
        draft.server(),
        draft.port() == null ? 465 : draft.port(),
        Objects.requireNonNullElse(draft.security(), Security.TLS),
        Objects.requireNonNullElse(draft.authentication(), Authentication.PASSWORD),
        draft.user(),
        state.passwords.containsKey(id.value()),
        input ? Protocol.IMAP : null,
        input ? "INBOX" : null,
        input ? null : draft.sender(),
        draft.senderName(),
        draft.replyTo(),
        draft.sender() == null ? draft.user() : draft.sender(),
        true,
        !Boolean.FALSE.equals(draft.active()),
        false,
        false,
        false,
        null,
        null,
        null,
        null,
        draft.provider(),
        draft.mailSession(),
        draft.oauth() == null ? null : view(id, draft.oauth()),
        input ? null : Objects.requireNonNullElse(draft.policy(), SendingPolicy.USUAL),
        input ? afterReading(draft) : null,
        null,
        null,
        version);
  }

  private static AfterReading afterReading(MailboxDraft draft) {
    return Objects.requireNonNullElse(draft.afterReading(), AfterReading.USUAL).of(Protocol.IMAP);
  }

  private OAuthView view(MailboxId id, OAuthDraft oauth) {
    return new OAuthView(
        oauth.grant(),
        oauth.issuer(),
        oauth.clientId(),
        state.clientSecrets.containsKey(id.value()),
        oauth.scope(),
        oauth.clientSecretExpires());
  }

  private final class PlainConsents extends Consents {
    @Override
    public ConsentView stateOf(MailboxId id) {
      ConsentState now = consented ? ConsentState.GIVEN : ConsentState.AWAITED;
      return new ConsentView(
          now, null, null, false, null, null, null, null, null, null, null, null, null);
    }
  }

  private final class PlainAccess extends MailboxAccess {
    @Override
    public Optional<Secret> clientSecret(MailboxId id) {
      return Optional.ofNullable(state.clientSecrets.get(id.value()));
    }

    @Override
    public Optional<Account> account(MailboxId id) {
      return Optional.of(
          new Account(
              id,
              "",
              "",
              0,
              null,
              true,
              null,
              "",
              Optional.ofNullable(state.passwords.get(id.value())),
              null,
              null,
              "",
              "",
              true,
              false,
              null,
              1,
              Optional.empty(),
              SendingPolicy.USUAL,
              AfterReading.USUAL));
    }
  }

  private final class PlainContracts extends Contracts {
    @Override
    public Page<ContractView> list(String text, Slice slice) {
      return Page.of(List.copyOf(state.contracts.values()), slice, state.contracts.size());
    }

    @Override
    public Optional<ContractView> withNumber(String number) {
      return state.contracts.values().stream().filter(c -> c.number().equals(number)).findFirst();
    }

    @Override
    public ContractView register(ContractDraft draft) {
      state.audited.add("registered " + draft.number());
      return write(new ContractId(++ids), draft, 1);
    }

    @Override
    public ContractView change(ContractId id, ContractDraft draft, Optional<Long> version) {
      ContractView present = state.contracts.get(id.value());
      ContractView kept = write(id, draft, present.version());
      return kept.equals(present) ? kept : write(id, draft, present.version() + 1);
    }

    private ContractView write(ContractId id, ContractDraft draft, long version) {
      Optional<MailboxId> input = Optional.ofNullable(draft.inputMailbox());
      boolean taken =
          state.contracts.values().stream()
              .filter(other -> !other.id().equals(id))
              .anyMatch(other -> input.isPresent() && other.inputMailbox().equals(input));
      if (taken) {
        throw new InvalidContract(
            List.of(new Problem("MAILBOX_TAKEN", "inputMailbox", "It is taken.")));
      }
      ContractView view =
          new ContractView(
              id,
              draft.number(),
              draft.client(),
              draft.domains() == null || draft.domains().isEmpty()
                  ? List.of()
                  : List.of(draft.domains().split(" ", -1)),
              Objects.requireNonNullElse(draft.startDate(), LocalDate.EPOCH),
              draft.endDate(),
              Objects.requireNonNullElse(draft.status(), ContractStatus.ACTIVE),
              Optional.ofNullable(draft.outputMailbox()),
              input,
              Optional.ofNullable(draft.flow()),
              WhenOutboxUnavailable.WAIT,
              SenderPolicy.ANYONE,
              false,
              version);
      state.contracts.put(id.value(), view);
      return view;
    }
  }

  private final class PlainReleased extends ReleasedSenders {
    @Override
    public Map<ContractId, List<EmailAddress>> all() {
      return state.released;
    }

    @Override
    public void state(ContractId contract, List<EmailAddress> senders) {
      state.released.put(contract, List.copyOf(senders));
    }
  }

  private final class PlainRules extends MailRules {
    @Override
    public Map<MailboxId, List<RuleView>> all() {
      return state.rules;
    }

    @Override
    public void state(MailboxId mailbox, List<RuleDraft> drafts) {
      state.rules.put(mailbox, drafts.stream().map(draft -> view(mailbox, draft)).toList());
    }

    private RuleView view(MailboxId mailbox, RuleDraft draft) {
      if (draft.name().isBlank()) {
        throw new InvalidRule(
            List.of(new Problem("NAME_REQUIRED", "rules[0].name", "It has no name.")));
      }
      return new RuleView(
          new RuleId(1),
          mailbox,
          1,
          draft.name(),
          !Boolean.FALSE.equals(draft.enabled()),
          draft.conditions().stream().map(this::kept).toList(),
          Objects.requireNonNullElse(draft.action(), RuleAction.OPEN),
          new Classification(
              Objects.requireNonNullElse(draft.service(), ""),
              Objects.requireNonNullElse(draft.priority(), Priority.NORMAL),
              Objects.requireNonNullElse(draft.group(), "")));
    }

    private RuleCondition kept(RuleCondition it) {
      String header = Objects.requireNonNullElse(it.header(), "");
      return new RuleCondition(it.field(), header, it.test(), it.wanted());
    }
  }

  private final class PlainPeople extends People {
    @Override
    public List<GroupView> groups() {
      return List.copyOf(state.groups.values());
    }

    @Override
    public void saveGroup(GroupView group) {
      state.groups.put(group.acronym(), group);
    }
  }

  private final class PlainTemplates extends Templates {
    @Override
    public List<TemplateView> list() {
      return List.copyOf(state.templates.values());
    }

    @Override
    public void save(TemplateView template) {
      state.templates.put(template.identifier(), template);
    }
  }

  private static final class NoFlows extends Flows {
    @Override
    public List<FlowView> list() {
      return List.of();
    }
  }

  private final class PlainAudit extends Audit {
    @Override
    public void note(String action, String subject, String detail) {
      state.audited.add(action + " " + detail);
    }
  }

  private final class Undo implements UserTransaction {
    @Override
    public void begin() {
      before = state.copy();
    }

    @Override
    public void commit() {
      before = null;
    }

    @Override
    public void rollback() {
      state = before;
    }

    @Override
    public void setRollbackOnly() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int getStatus() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setTransactionTimeout(int seconds) {
      throw new UnsupportedOperationException();
    }
  }
}
