package org.mailroom.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import jakarta.persistence.EntityManager;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.database.TestDatabase;
import org.mailroom.dkim.jpa.KeyStores;
import org.mailroom.dkim.model.KeyPairs;
import org.mailroom.dns.Dns;
import org.mailroom.dns.DnsServer;
import org.mailroom.environment.Heard;
import org.mailroom.environment.SettableClock;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.KnownMailboxes;
import org.mailroom.vault.SealedValue;
import org.mailroom.vault.Secret;
import org.mailroom.vault.Vault;

/** The life of signing keys, on each database. */
abstract class DkimKeysContract {
  private static final MailboxId XPTO = new MailboxId(1);
  private static final EmailAddress DESK = new EmailAddress("desk@xpto.example");
  private static final byte[] MESSAGE =
      "From: desk@xpto.example\r\nSubject: s\r\n\r\nt\r\n".getBytes(StandardCharsets.US_ASCII);

  private final KnownMailboxes mailboxes = new KnownMailboxes();
  private final List<String> audited = new ArrayList<>();
  private final SettableClock clock = new SettableClock();
  private final Vault vault = new OpenVault();
  private final DnsServer dns;
  private TestDatabase database;

  abstract TestDatabase newDatabase();

  DkimKeysContract() throws SocketException {
    dns = new DnsServer();
  }

  @BeforeEach
  void open() {
    database = newDatabase();
    mailboxes.add(1, "XPTO", DESK.value(), false);
    mailboxes.add(2, "Company 2", "desk@company2.example", false);
    database.transaction(
        "mailbox",
        entities ->
            entities
                .createNativeQuery(
                    """
                    INSERT INTO mailbox (id, version, type, name, name_key, server, port, security,
                      verify_certificate, authentication, address, active)
                    VALUES (1, 1, 'OUTPUT', 'XPTO', 'xpto', 's', 25, 'NONE', true, 'NONE', 'a', true)\
                    """)
                .executeUpdate());
  }

  @AfterEach
  void close() {
    dns.close();
    database.close();
  }

  @Test
  void a_new_key_signs_nothing_and_shows_its_record() {
    DkimKeyView key = call(keys -> keys.prepare(XPTO, ""));

    assertThat(key.recordName()).isEqualTo(key.selector() + "._domainkey.xpto.example");
    assertThat(key.recordText()).startsWith("v=DKIM1; k=rsa; p=MII");
    assertThat(key.state()).isEqualTo(DkimKeyState.PREPARED);
    assertThat(signed(DESK)).isEqualTo(MESSAGE);
    assertThat(audited).containsExactly("dkim.prepared mailbox 1 " + key.recordName());
  }

  @Test
  void it_signs_when_its_record_is_there() {
    DkimKeyView key = call(keys -> keys.prepare(XPTO, "one"));
    assertThatThrownBy(() -> call(keys -> keys.activate(XPTO, "one", false)))
        .isInstanceOf(DkimRefused.class)
        .hasMessageContaining("one._domainkey.xpto.example");

    dns.text(key.recordName(), key.recordText());
    assertThat(call(keys -> keys.activate(XPTO, "one", false)).state())
        .isEqualTo(DkimKeyState.SIGNING);
    assertThat(new String(signed(DESK), StandardCharsets.US_ASCII))
        .startsWith("DKIM-Signature:")
        .contains("d=xpto.example")
        .contains("s=one")
        .endsWith(new String(MESSAGE, StandardCharsets.US_ASCII));
  }

  @Test
  void a_record_with_another_key_is_refused_even_unseen() {
    call(keys -> keys.prepare(XPTO, "one"));
    dns.text("one._domainkey.xpto.example", "v=DKIM1; p=OTHER");

    assertThat(check("one")).isEqualTo(DkimRecordState.OTHER);
    assertThatThrownBy(() -> call(keys -> keys.activate(XPTO, "one", true)))
        .isInstanceOf(DkimRefused.class)
        .hasMessageContaining("another key");
  }

  @Test
  void where_no_name_server_answers_it_begins_unseen_only() {
    call(keys -> keys.prepare(XPTO, "one"));
    dns.fallSilent();

    assertThatThrownBy(() -> call(keys -> keys.activate(XPTO, "one", false)))
        .hasMessageContaining("begin unseen");
    assertThat(call(keys -> keys.activate(XPTO, "one", true)).state())
        .isEqualTo(DkimKeyState.SIGNING);
  }

  @Test
  void another_key_replaces_it_without_a_gap() {
    sign("one");
    clock.pass(Duration.ofDays(90));
    sign("two");

    assertThat(all())
        .extracting(DkimKeyView::selector, DkimKeyView::state)
        .containsExactly(tuple("two", DkimKeyState.SIGNING), tuple("one", DkimKeyState.REPLACED));
    assertThat(new String(signed(DESK), StandardCharsets.US_ASCII)).contains("s=two");
  }

  @Test
  void mail_of_another_domain_is_not_signed_with_it() {
    sign("one");

    assertThat(signed(new EmailAddress("desk@other.example"))).isEqualTo(MESSAGE);
  }

  @Test
  void a_key_that_signs_is_stopped_before_it_is_removed() {
    sign("one");
    assertThatThrownBy(() -> run(keys -> keys.remove(XPTO, "one"))).isInstanceOf(DkimRefused.class);

    run(keys -> keys.stop(XPTO, "one"));
    assertThat(signed(DESK)).isEqualTo(MESSAGE);
    run(keys -> keys.remove(XPTO, "one"));
    assertThat(all()).isEmpty();
  }

  @Test
  void a_selector_is_right_and_used_once_in_a_domain() {
    call(keys -> keys.prepare(XPTO, " One "));

    assertThatThrownBy(() -> call(keys -> keys.prepare(XPTO, "one")))
        .isInstanceOf(InvalidDkimKey.class)
        .hasMessageContaining("already");
    assertThatThrownBy(() -> call(keys -> keys.prepare(XPTO, "a.b")))
        .isInstanceOf(InvalidDkimKey.class);
    assertThatThrownBy(() -> call(keys -> keys.check(XPTO, "nine")))
        .isInstanceOf(DkimKeyNotFound.class);
  }

  @Test
  void a_change_of_the_master_key_seals_them_anew() {
    sign("one");
    List<SealedValue> values = with(entities -> KeyStores.sealed(entities).after(0, 10));

    assertThat(values).hasSize(1);
    assertThat(values.get(0).context()).isEqualTo("dkim:one._domainkey.xpto.example");
    byte[] other = vault.seal(Secret.of("other"), values.get(0).context());
    boolean replaced = with(entities -> KeyStores.sealed(entities).replace(values.get(0), other));
    assertThat(replaced).isTrue();
    assertThat(with(entities -> KeyStores.sealed(entities).after(0, 10)).get(0).sealed())
        .isEqualTo(other);
  }

  @Test
  void a_key_that_moves_to_another_installation_signs_there_at_once() {
    Secret key = KeyPairs.privatePart(KeyPairs.next());
    sign("one");

    move(moving -> moving.take(XPTO, "moved", key));
    move(moving -> moving.take(XPTO, "moved", key));

    assertThat(all())
        .extracting(DkimKeyView::selector, DkimKeyView::state)
        .containsExactly(tuple("moved", DkimKeyState.SIGNING), tuple("one", DkimKeyState.REPLACED));
    assertThat(audited).filteredOn(line -> line.startsWith("dkim.taken")).hasSize(1);
    assertThat(new String(signed(DESK), StandardCharsets.US_ASCII)).contains("s=moved");
    Optional<Secret> kept = with(entities -> moving(entities).key(XPTO));
    assertThat(kept).contains(key);
    Map<MailboxId, String> selectors = with(entities -> moving(entities).selectors());
    assertThat(selectors).isEqualTo(Map.of(XPTO, "moved"));
  }

  @Test
  void only_a_key_that_can_sign_moves_and_under_a_name_that_is_free() {
    Secret key = KeyPairs.privatePart(KeyPairs.next());
    sign("one");

    assertThatThrownBy(() -> move(moving -> moving.take(XPTO, "one", key)))
        .isInstanceOf(InvalidDkimKey.class);
    assertThatThrownBy(() -> move(moving -> moving.take(XPTO, "two", Secret.of("bm9uZQ=="))))
        .isInstanceOf(InvalidDkimKey.class);
    assertThatThrownBy(() -> move(moving -> moving.take(XPTO, "a.b", key)))
        .isInstanceOf(InvalidDkimKey.class);
    assertThat(all()).extracting(DkimKeyView::selector).containsExactly("one");
  }

  @Test
  void a_key_of_a_domain_that_is_not_the_senders_any_more_does_not_move() {
    sign("one");
    KnownMailboxes later = new KnownMailboxes();
    later.add(1, "XPTO", "desk@moved.example", false);

    Map<MailboxId, String> selectors =
        with(
            entities -> {
              DkimTransfer moving = moving(entities);
              moving.mailboxes = later;
              return moving.selectors();
            });

    assertThat(selectors).isEmpty();
  }

  private void move(Consumer<DkimTransfer> work) {
    with(
        entities -> {
          work.accept(moving(entities));
          return null;
        });
  }

  private DkimTransfer moving(EntityManager entities) {
    DkimTransfer moving = new DkimTransfer();
    moving.store = KeyStores.over(entities);
    moving.mailboxes = mailboxes;
    moving.vault = vault;
    moving.audit = new NotedAudit();
    moving.clock = clock;
    moving.changes = new Heard<>(change -> assertThat(change.mailbox()).isEqualTo(XPTO));
    return moving;
  }

  private List<DkimKeyView> all() {
    return call(keys -> keys.of(XPTO));
  }

  private DkimRecordState check(String selector) {
    return call(keys -> keys.check(XPTO, selector));
  }

  private void sign(String selector) {
    DkimKeyView key = call(keys -> keys.prepare(XPTO, selector));
    dns.text(key.recordName(), key.recordText());
    call(keys -> keys.activate(XPTO, selector, false));
  }

  private byte[] signed(EmailAddress from) {
    return with(entities -> Signers.over(entities, vault, clock).signed(XPTO, from, MESSAGE));
  }

  private void run(Consumer<DkimKeys> work) {
    call(
        keys -> {
          work.accept(keys);
          return null;
        });
  }

  private <T> T call(Function<DkimKeys, T> work) {
    return with(entities -> work.apply(keys(entities)));
  }

  private <T> T with(Function<EntityManager, T> work) {
    return database.transaction("mailbox", work);
  }

  private DkimKeys keys(EntityManager entities) {
    DkimKeys keys = new DkimKeys();
    keys.store = KeyStores.over(entities);
    keys.mailboxes = mailboxes;
    keys.vault = vault;
    keys.dns = new Dns(dns.address());
    keys.audit = new NotedAudit();
    keys.clock = clock;
    keys.changes = new Heard<>(change -> assertThat(change.mailbox()).isEqualTo(XPTO));
    return keys;
  }

  private final class NotedAudit extends Audit {
    @Override
    public void note(String action, String subject, String detail) {
      audited.add("%s %s %s".formatted(action, subject, detail));
    }

    @Override
    public void changed(String action, String subject, List<Change> changes) {
      note(action, subject, changes.toString());
    }
  }

  /** Seals by writing the context before the secret. */
  private static final class OpenVault extends Vault {
    @Override
    public byte[] seal(Secret secret, String context) {
      return (context + '|' + secret.reveal()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Secret open(byte[] sealed, String context) {
      String text = new String(sealed, StandardCharsets.UTF_8);
      assertThat(text).startsWith(context + '|');
      return Secret.of(text.substring(context.length() + 1));
    }
  }
}
