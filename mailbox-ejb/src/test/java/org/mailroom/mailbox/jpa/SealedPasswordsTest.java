package org.mailroom.mailbox.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.database.TestDatabase;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.vault.SealedValue;

class SealedPasswordsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final byte[] OLD = {1, 0, -1};
  private static final byte[] NEW = {1, 7, 8, 9};

  private TestDatabase database;

  enum Kind {
    H2,
    POSTGRESQL
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void walks_through_the_mailboxes_that_have_one(Kind kind) {
    open(kind);
    MailboxId first = add("a", OLD);
    add("b", null);
    MailboxId third = add("c", NEW);

    assertThat(after(0, 9))
        .extracting(SealedValue::id)
        .containsExactly(first.value(), third.value());
    assertThat(after(0, 1)).extracting(SealedValue::id).containsExactly(first.value());
    assertThat(after(first.value(), 9)).extracting(SealedValue::sealed).containsExactly(NEW);
    assertThat(after(0, 1).get(0).context()).isEqualTo("mailbox:" + first);
  }

  @ParameterizedTest
  @EnumSource
  void replaces_what_was_seen_and_leaves_the_version(Kind kind) {
    open(kind);
    MailboxId id = add("a", OLD);
    long version = in(store -> store.find(id).orElseThrow().version());

    assertThat(replace(after(0, 1).get(0), NEW)).isTrue();

    assertThat(after(0, 1).get(0).sealed()).isEqualTo(NEW);
    long after = in(store -> store.find(id).orElseThrow().version());
    assertThat(after).isEqualTo(version);
  }

  @ParameterizedTest
  @EnumSource
  void what_a_person_changed_meanwhile_stays(Kind kind) {
    open(kind);
    MailboxId id = add("a", OLD);
    SealedValue seen = after(0, 1).get(0);
    byte[] theirs = {1, 5, 5};
    in(
        store -> {
          Mailbox mailbox = store.find(id).orElseThrow();
          mailbox.keepPassword(theirs);
          store.write(mailbox);
          return mailbox;
        });

    assertThat(replace(seen, NEW)).isFalse();
    assertThat(after(0, 1).get(0).sealed()).isEqualTo(theirs);
  }

  private void open(Kind kind) {
    database = kind == Kind.H2 ? TestDatabase.h2() : TestDatabase.postgres();
  }

  private MailboxId add(String name, byte[] sealed) {
    return in(
        store -> {
          var settings = MailboxSettings.of(Drafts.output().name(name).draft());
          Mailbox mailbox = Mailbox.of(settings, NOON);
          mailbox.keepPassword(sealed);
          store.add(mailbox);
          return mailbox.id();
        });
  }

  private List<SealedValue> after(long id, int most) {
    return database.transaction(
        "mailbox", entities -> new SealedPasswords(entities).after(id, most));
  }

  private boolean replace(SealedValue seen, byte[] sealed) {
    return database.transaction(
        "mailbox", entities -> new SealedPasswords(entities).replace(seen, sealed));
  }

  private <T> T in(Function<MailboxStore, T> work) {
    return database.transaction("mailbox", entities -> work.apply(new MailboxStore(entities)));
  }
}
