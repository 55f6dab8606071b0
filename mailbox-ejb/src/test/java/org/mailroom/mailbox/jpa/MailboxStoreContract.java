package org.mailroom.mailbox.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.ManagersCall;
import org.mailroom.database.TestDatabase;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.InvalidMailbox;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxBrief;
import org.mailroom.mailbox.MailboxChanged;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxOrder;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.ServerAction;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** What the store promises, on every database that Mailroom runs on. */
abstract class MailboxStoreContract {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

  private TestDatabase database;

  abstract TestDatabase open();

  @BeforeEach
  void openDatabase() {
    database = open();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void gives_back_what_was_added() {
    Drafts input =
        Drafts.input()
            .folder("Support")
            .readExisting(true)
            .active(false)
            .afterReading(new AfterReading(ServerAction.MOVE, "Done", ServerAction.FLAG, null));
    Drafts output = Drafts.output().senderName("Büro „XPTO“").replyTo("in@xpto.example").port(2525);
    MailboxId in = add(input);
    MailboxId out = add(output);

    assertThat(settings(in)).isEqualTo(MailboxSettings.of(input.draft()));
    assertThat(settings(out)).isEqualTo(MailboxSettings.of(output.draft()));
    assertThat(in.value()).isPositive();
    assertThat(in).isNotEqualTo(out);
  }

  @Test
  void says_what_a_list_needs_of_the_mailboxes_that_it_mentions() {
    MailboxId free = add(Drafts.output().name("Free"));
    MailboxId waits = add(Drafts.output().name("Waits"));
    MailboxId hidden = add(Drafts.output().name("Hidden"));
    Instant later = NOON.plusSeconds(60);
    fares(waits, it -> it.health().limited(later));
    List<MailboxId> ids = List.of(free, waits, hidden, new MailboxId(987_654));

    List<MailboxBrief> seen =
        ManagersCall.givenMailboxes(free.value(), waits.value()).call(() -> briefs(ids, NOON));

    assertThat(seen)
        .containsExactlyInAnyOrder(
            new MailboxBrief(free, "Free", null), new MailboxBrief(waits, "Waits", later));
    assertThat(briefs(List.of(waits), later))
        .containsExactly(new MailboxBrief(waits, "Waits", null));
    assertThat(briefs(List.of(), NOON)).isEmpty();
  }

  private List<MailboxBrief> briefs(List<MailboxId> ids, Instant now) {
    return in(store -> store.briefs(ids, now));
  }

  @Test
  void finds_several_mailboxes_at_once_within_reach() {
    MailboxId first = add(Drafts.output().name("First"));
    MailboxId second = add(Drafts.input().name("Second"));
    MailboxId hidden = add(Drafts.output().name("Hidden"));
    List<MailboxId> ids = List.of(first, second, hidden, new MailboxId(987_654));

    List<String> seen =
        ManagersCall.givenMailboxes(first.value(), second.value()).call(() -> names(ids));

    assertThat(seen).containsExactlyInAnyOrder("First", "Second");
    assertThat(names(List.of())).isEmpty();
  }

  private List<String> names(List<MailboxId> ids) {
    return in(store -> store.all(ids).stream().map(Mailbox::name).toList());
  }

  @Test
  void gives_back_the_password_as_it_was_sealed() {
    MailboxId id =
        in(
            store -> {
              Mailbox mailbox = mailbox(Drafts.output());
              mailbox.keepPassword(new byte[] {0, -1, 127, -128});
              store.add(mailbox);
              return mailbox.id();
            });

    Optional<byte[]> sealed = in(store -> store.find(id).orElseThrow().sealedPassword());
    assertThat(sealed.orElseThrow()).containsExactly(0, -1, 127, -128);
  }

  @Test
  void keeps_how_a_mailbox_fares_without_raising_its_version() {
    MailboxId id = add(Drafts.input());
    long before = in(store -> store.find(id).orElseThrow().version());

    in(store -> store.lock(id).orElseThrow().failed(Trouble.NETWORK, "no route", NOON));
    var view = in(store -> store.find(id).orElseThrow().view(false, Instant.EPOCH));

    assertThat(view.version()).isEqualTo(before);
    assertThat(view.status()).isEqualTo(MailboxStatus.WARNING);
    assertThat(view.lastError()).isEqualTo("no route");
    assertThat(view.lastErrorAt()).isEqualTo(NOON);
  }

  @Test
  void a_change_raises_the_version_and_no_change_does_not() {
    MailboxId id = add(Drafts.input());
    long first = in(store -> store.find(id).orElseThrow().version());

    assertThat(change(id, Drafts.input())).isEqualTo(first);
    assertThat(change(id, Drafts.input().name("other"))).isGreaterThan(first);
  }

  @Test
  void of_two_changes_at_once_the_second_loses() {
    MailboxId id = add(Drafts.input());

    assertThatThrownBy(
            () ->
                in(
                    store -> {
                      Mailbox mine = store.find(id).orElseThrow();
                      change(id, Drafts.input().name("theirs"));
                      mine.change(settings(Drafts.input().name("mine")), NOON);
                      store.write(mine);
                      return null;
                    }))
        .isInstanceOf(MailboxChanged.class);
    assertThat(settings(id).name()).isEqualTo("theirs");
  }

  @Test
  void of_two_mailboxes_with_one_name_the_second_loses() {
    add(Drafts.input().name("Xpto"));

    assertThatThrownBy(() -> add(Drafts.output().name("xPTO")))
        .isInstanceOf(InvalidMailbox.class)
        .hasMessageContaining("xPTO");
  }

  @Test
  void knows_which_names_are_taken_ignoring_case() {
    MailboxId id = add(Drafts.input().name("Straße"));

    assertThat(isTaken("straße", Optional.empty())).isTrue();
    assertThat(isTaken("straße", Optional.of(id))).isFalse();
    assertThat(isTaken("weg", Optional.empty())).isFalse();
  }

  private boolean isTaken(String nameKey, Optional<MailboxId> besides) {
    return in(store -> store.isNameTaken(nameKey, besides));
  }

  @Test
  void lists_by_name_in_slices() {
    List.of("delta", "Alpha", "charlie", "bravo").forEach(name -> add(Drafts.input().name(name)));

    Page<String> first = names(MailboxQuery.all(), new Slice(0, 3));
    Page<String> second = names(MailboxQuery.all(), new Slice(1, 3));

    assertThat(first.items()).containsExactly("Alpha", "bravo", "charlie");
    assertThat(second.items()).containsExactly("delta");
    assertThat(second.total()).isEqualTo(4);
  }

  @Test
  void finds_a_text_in_name_server_user_and_sender_ignoring_case() {
    add(Drafts.input().name("by NEEDLE").server("a.example").user("a"));
    add(Drafts.input().name("b").server("needle.example").user("b"));
    add(Drafts.input().name("c").server("c.example").user("Needle"));
    add(Drafts.output().name("d").server("d.example").user("d").sender("needle@d.example"));
    add(Drafts.output().name("e").server("e.example").user(null).sender("e@e.example"));

    assertThat(names(new MailboxQuery("neeDLE", null), Slice.first(9)).items())
        .containsExactly("b", "by NEEDLE", "c", "d");
    assertThat(names(new MailboxQuery("needle", MailboxType.OUTPUT), Slice.first(9)).items())
        .containsExactly("d");
    assertThat(names(new MailboxQuery(null, MailboxType.OUTPUT), Slice.first(9)).items())
        .containsExactly("d", "e");
  }

  @Test
  void wildcards_in_a_text_mean_themselves() {
    add(Drafts.input().name("100% sure_thing!"));
    add(Drafts.input().name("100 percent surething"));

    for (String text : List.of("0% s", "e_t", "ng!")) {
      assertThat(names(new MailboxQuery(text, null), Slice.first(9)).items())
          .as(text)
          .containsExactly("100% sure_thing!");
    }
  }

  @Test
  void finds_by_status_as_health_tells_it() {
    add(Drafts.input().name("never"));
    add(Drafts.input().name("paused").active(false));
    fares(add(Drafts.input().name("ok")), it -> it.health().worked(NOON));
    fares(add(Drafts.input().name("warning")), it -> it.failed(Trouble.NETWORK, "away", NOON));
    fares(add(Drafts.input().name("error")), it -> it.failed(Trouble.TLS, "expired", NOON));
    fares(add(Drafts.input().name("refused")), MailboxStoreContract::refusedThreeTimes);

    for (MailboxStatus status : MailboxStatus.values()) {
      List<Mailbox> found = in(store -> store.list(with(status), Slice.first(9)).items());
      assertThat(found)
          .as(status.toString())
          .isNotEmpty()
          .allMatch(mailbox -> mailbox.view(false, Instant.EPOCH).status() == status);
    }
    assertThat(names(ordered(MailboxOrder.Column.STATUS, false), Slice.first(9)).items())
        .containsExactly("error", "refused", "warning", "never", "paused", "ok");
  }

  private static void refusedThreeTimes(Mailbox mailbox) {
    for (int i = 0; i < 3; i++) {
      mailbox.failed(Trouble.LOGIN, "535 no", NOON);
    }
  }

  private void fares(MailboxId id, Consumer<Mailbox> how) {
    in(
        store -> {
          how.accept(store.lock(id).orElseThrow());
          return id;
        });
  }

  private static MailboxQuery with(MailboxStatus status) {
    return new MailboxQuery(null, null, status, null, null, null, null, null, null);
  }

  private static MailboxQuery ordered(MailboxOrder.Column by, boolean descending) {
    return new MailboxQuery(
        null, null, null, null, null, null, null, null, new MailboxOrder(by, descending));
  }

  @Test
  void finds_by_activity_class_of_the_last_error_and_verification() {
    add(Drafts.input().name("paused").active(false));
    MailboxId limited = add(Drafts.output().name("limited"));
    fares(limited, it -> it.failed(Trouble.QUOTA, "too many", NOON));
    add(Drafts.output().name("unverified").verifyCertificate(false));

    assertThat(
            names(
                    new MailboxQuery(null, null, null, false, null, null, null, null, null),
                    Slice.first(9))
                .items())
        .containsExactly("paused");
    assertThat(
            names(
                    new MailboxQuery(null, null, null, null, Trouble.QUOTA, null, null, null, null),
                    Slice.first(9))
                .items())
        .containsExactly("limited");
    assertThat(
            names(
                    new MailboxQuery(null, null, null, null, null, null, true, null, null),
                    Slice.first(9))
                .items())
        .containsExactly("unverified");
  }

  @Test
  void finds_among_some_in_slices() {
    MailboxId a = add(Drafts.input().name("a"));
    add(Drafts.input().name("b"));
    MailboxId c = add(Drafts.input().name("c"));
    MailboxQuery among = MailboxQuery.all().among(Set.of(a, c));

    assertThat(names(among, new Slice(0, 1)).items()).containsExactly("a");
    assertThat(names(among, new Slice(1, 1)).items()).containsExactly("c");
    assertThat(names(among, new Slice(1, 1)).total()).isEqualTo(2);
    assertThat(names(MailboxQuery.all().among(Set.of()), Slice.first(9)).items()).isEmpty();
  }

  @Test
  void sorts_by_every_column_both_ways() {
    add(Drafts.output().name("a").server("z.example"));
    MailboxId b = add(Drafts.input().name("b").server("y.example"));
    fares(b, it -> it.health().worked(NOON));

    for (MailboxOrder.Column column : MailboxOrder.Column.values()) {
      assertThat(names(ordered(column, true), Slice.first(9)).items()).as("%s", column).hasSize(2);
    }
    assertThat(names(ordered(MailboxOrder.Column.SERVER, false), Slice.first(9)).items())
        .containsExactly("b", "a");
    assertThat(names(ordered(MailboxOrder.Column.TYPE, false), Slice.first(9)).items())
        .containsExactly("b", "a");
    assertThat(names(ordered(MailboxOrder.Column.LAST_SUCCESS, true), Slice.first(9)).items())
        .as("those without come last")
        .containsExactly("b", "a");
  }

  @Test
  void reading_is_for_active_inputs() {
    MailboxId active = add(Drafts.input().name("a"));
    add(Drafts.input().name("b").active(false));
    add(Drafts.output().name("c"));

    assertThat(in(MailboxStore::activeInputs)).containsExactly(active);
    List<Mailbox> outputs = in(store -> store.ofType(MailboxType.OUTPUT));
    assertThat(outputs).extracting(Mailbox::name).containsExactly("c");
  }

  @Test
  void knows_the_addresses_mailboxes_speak_for() {
    add(Drafts.input());
    add(Drafts.output());

    assertThat(in(MailboxStore::addresses))
        .containsExactlyInAnyOrder("support@xpto.example", "desk@xpto.example");
  }

  @Test
  void has_one_default_outbox_at_most() {
    MailboxId first = add(Drafts.output().name("a"));
    MailboxId second = add(Drafts.output().name("b"));
    assertThat(in(MailboxStore::defaultOutbox)).isEmpty();

    makeDefault(first);
    makeDefault(second);

    assertThat(in(MailboxStore::defaultOutbox)).contains(second);
  }

  @Test
  void a_removed_default_outbox_leaves_none() throws SQLException {
    MailboxId id = add(Drafts.output());
    makeDefault(id);

    in(
        store -> {
          store.remove(store.find(id).orElseThrow());
          return null;
        });

    assertThat(in(MailboxStore::defaultOutbox)).isEmpty();
    Optional<Mailbox> removed = in(store -> store.find(id));
    assertThat(removed).isEmpty();
    assertThat(rows("mailbox_health")).isZero();
  }

  @Test
  void shows_a_contract_manager_only_what_was_given_to_them() {
    MailboxId theirs = add(Drafts.output().name("Theirs"));
    MailboxId others = add(Drafts.output().name("Others"));
    ManagersCall manager = ManagersCall.givenMailboxes(theirs.value());

    Page<String> seen = manager.call(() -> names(MailboxQuery.all(), Slice.first(10)));
    assertThat(seen.items()).containsExactly("Theirs");
    assertThat(seen.total()).isEqualTo(1);
    List<Mailbox> choice = manager.call(() -> in(store -> store.ofType(MailboxType.OUTPUT)));
    assertThat(choice).extracting(Mailbox::name).containsExactly("Theirs");
    Optional<Mailbox> own = manager.call(() -> in(store -> store.find(theirs)));
    assertThat(own).isPresent();
    Optional<Mailbox> unseen = manager.call(() -> in(store -> store.find(others)));
    assertThat(unseen).isEmpty();
    assertThat(names(MailboxQuery.all(), Slice.first(10)).total()).isEqualTo(2);
  }

  @Test
  void shows_nothing_to_a_contract_manager_without_anything() {
    add(Drafts.output());

    Page<String> seen =
        ManagersCall.givenMailboxes().call(() -> names(MailboxQuery.all(), Slice.first(10)));

    assertThat(seen.total()).isZero();
  }

  private long rows(String table) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      result.next();
      return result.getLong(1);
    }
  }

  private void makeDefault(MailboxId id) {
    in(
        store -> {
          store.makeDefault(id);
          return null;
        });
  }

  @Test
  void pauses_all_at_once() {
    MailboxId input = add(Drafts.input());
    MailboxId output = add(Drafts.output().active(false));

    int paused = in(MailboxStore::pauseAll);

    assertThat(paused).isOne();
    assertThat(settings(input).active()).isFalse();
    assertThat(settings(output).active()).isFalse();
  }

  private long change(MailboxId id, Drafts drafts) {
    return in(
        store -> {
          Mailbox mailbox = store.find(id).orElseThrow();
          mailbox.change(settings(drafts), NOON.plusSeconds(1));
          store.write(mailbox);
          return mailbox.version();
        });
  }

  private MailboxId add(Drafts drafts) {
    return in(
        store -> {
          Mailbox mailbox = mailbox(drafts);
          store.add(mailbox);
          store.write(mailbox);
          return mailbox.id();
        });
  }

  private MailboxSettings settings(MailboxId id) {
    return in(store -> store.find(id).orElseThrow().settings());
  }

  private Page<String> names(MailboxQuery query, Slice slice) {
    return in(store -> store.list(query, slice).map(Mailbox::name));
  }

  private <T> T in(Function<MailboxStore, T> work) {
    return database.transaction("mailbox", entities -> work.apply(new MailboxStore(entities)));
  }

  private static Mailbox mailbox(Drafts drafts) {
    return Mailbox.of(settings(drafts), NOON);
  }

  private static MailboxSettings settings(Drafts drafts) {
    return MailboxSettings.of(drafts.draft());
  }
}
