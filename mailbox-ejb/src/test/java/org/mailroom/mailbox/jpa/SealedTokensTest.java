package org.mailroom.mailbox.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.database.TestDatabase;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.mailbox.model.MailboxToken;
import org.mailroom.mailbox.model.SealedTokens;
import org.mailroom.vault.SealedValue;
import org.mailroom.vault.Secret;
import org.mailroom.vault.TestVault;
import org.mailroom.vault.Vault;

/** The tokens of mailboxes while the master key is changed. */
class SealedTokensTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Secret ACCESS = Secret.of("access-1");
  private static final Secret REFRESH = Secret.of("refresh-1");

  private final TestDatabase database = TestDatabase.h2();
  private Vault old;
  private Vault present;

  @BeforeEach
  void install(@TempDir Path one, @TempDir Path other) {
    old = TestVault.in(one);
    present = TestVault.in(other);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void both_tokens_of_a_mailbox_are_met_and_open_with_the_new_key_afterwards() {
    MailboxId id = add("a");

    reseal(new SealedAccessTokens());
    reseal(new SealedRefreshTokens());

    MailboxToken token = stored(id);
    assertThat(open(token.sealedAccess(), SealedAccessTokens.context(id))).isEqualTo(ACCESS);
    assertThat(open(token.sealedRefresh(), SealedRefreshTokens.context(id))).isEqualTo(REFRESH);
  }

  private Secret open(Optional<byte[]> sealed, String context) {
    return present.open(sealed.orElseThrow(), context);
  }

  private void reseal(TokenColumn column) {
    for (SealedValue value : seen(column)) {
      byte[] anew = present.seal(old.open(value.sealed(), value.context()), value.context());
      assertThat(replace(column, value, anew)).isTrue();
    }
  }

  @Test
  void they_are_walked_through_in_steps() {
    MailboxId first = add("a");
    MailboxId second = add("b");

    List<SealedValue> after =
        in(entities -> joined(new SealedAccessTokens(), entities).after(first.value(), 9));

    assertThat(after).extracting(SealedValue::id).containsExactly(second.value());
    assertThat(seen(new SealedRefreshTokens())).hasSize(2);
  }

  @Test
  void a_token_that_was_renewed_meanwhile_stays() {
    MailboxId id = add("a");
    SealedValue seen = seen(new SealedRefreshTokens()).get(0);
    keep(id, Secret.of("access-2"), Secret.of("refresh-2"));

    assertThat(replace(new SealedRefreshTokens(), seen, new byte[] {1, 2, 3})).isFalse();
    assertThat(old.open(stored(id).sealedRefresh().orElseThrow(), seen.context()).reveal())
        .isEqualTo("refresh-2");
  }

  private MailboxId add(String name) {
    MailboxId id =
        in(
            entities -> {
              var settings = MailboxSettings.of(Drafts.input().name(name).draft());
              Mailbox mailbox = Mailbox.of(settings, NOON);
              new MailboxStore(entities).add(mailbox);
              return mailbox.id();
            });
    in(
        entities -> {
          new TokenStore(entities).prepare(id, "client");
          return null;
        });
    keep(id, ACCESS, REFRESH);
    return id;
  }

  private void keep(MailboxId id, Secret access, Secret refresh) {
    SealedTokens sealed =
        new SealedTokens(
            old.seal(access, SealedAccessTokens.context(id)),
            NOON.plusSeconds(3600),
            old.seal(refresh, SealedRefreshTokens.context(id)),
            null);
    in(
        entities -> {
          new TokenStore(entities)
              .change(
                  id, "client", token -> token.consented(sealed, "a@xpto.example", "ana", NOON));
          return null;
        });
  }

  private MailboxToken stored(MailboxId id) {
    return in(entities -> new TokenStore(entities).find(id).orElseThrow());
  }

  private List<SealedValue> seen(TokenColumn column) {
    return in(entities -> joined(column, entities).after(0, 9));
  }

  private boolean replace(TokenColumn column, SealedValue seen, byte[] sealed) {
    return in(entities -> joined(column, entities).replace(seen, sealed));
  }

  private static TokenColumn joined(TokenColumn column, EntityManager entities) {
    column.entities = entities;
    return column;
  }

  private <T> T in(Function<EntityManager, T> work) {
    return database.transaction("mailbox", work);
  }
}
