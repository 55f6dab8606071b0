package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.vault.SealBroken;
import org.mailroom.vault.Secret;

/** A password is in clear nowhere but on its way to the server. */
class SealedPasswordTest {
  @TempDir Path directory;

  private Installation here;

  @BeforeEach
  void install() {
    here = new Installation(directory);
  }

  @AfterEach
  void close() {
    here.close();
  }

  @Test
  void the_database_holds_it_sealed() throws SQLException {
    MailboxView box = register(Drafts.output().password("correct horse"));

    assertThat(new String(sealed(box.id()), StandardCharsets.ISO_8859_1))
        .isNotEmpty()
        .doesNotContain("correct")
        .doesNotContain("horse");
    assertThat(script()).noneMatch(line -> line.contains("correct horse"));
  }

  @Test
  void no_view_and_no_audit_shows_it() {
    MailboxView box = register(Drafts.output().password("correct horse"));
    MailboxAccess.Account account = here.access(access -> access.account(box.id())).orElseThrow();

    assertThat(box.toString()).doesNotContain("correct horse");
    assertThat(Drafts.output().password("correct horse").draft().toString())
        .doesNotContain("correct horse");
    assertThat(account.toString()).doesNotContain("correct horse");
    assertThat(account.password().orElseThrow().reveal()).isEqualTo("correct horse");
    assertThat(here.audited).noneMatch(line -> line.contains("correct horse"));
  }

  @Test
  void a_seal_copied_to_another_mailbox_does_not_open() throws SQLException {
    MailboxId mine = register(Drafts.output().name("mine").password("a")).id();
    MailboxId theirs = register(Drafts.output().name("theirs").password("b")).id();
    try (var connection = here.database.dataSource().getConnection();
        var copy =
            connection.prepareStatement("UPDATE mailbox SET sealed_password = ? WHERE id = ?")) {
      copy.setBytes(1, sealed(theirs));
      copy.setLong(2, mine.value());
      copy.executeUpdate();
    }

    assertThatThrownBy(() -> here.access(access -> access.account(mine)))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void with_the_key_lost_all_but_the_secret_works_and_a_new_password_heals() throws IOException {
    MailboxView box = register(Drafts.output().password("a"));
    here.loseKey();

    assertThatThrownBy(() -> here.access(access -> access.account(box.id())))
        .isInstanceOf(SealBroken.class);
    MailboxView changed = change(box, Drafts.output().port(2465).password(null));
    assertThat(changed.port()).isEqualTo(2465);
    change(changed, Drafts.output().port(2465).password("again"));

    assertThat(here.access(access -> access.account(box.id())).orElseThrow().password())
        .contains(Secret.of("again"));
  }

  private MailboxView change(MailboxView box, Drafts drafts) {
    return here.call(
        mailboxes -> mailboxes.change(box.id(), drafts.draft(), Optional.of(box.version())));
  }

  private byte[] sealed(MailboxId id) throws SQLException {
    try (var connection = here.database.dataSource().getConnection();
        var query =
            connection.prepareStatement("SELECT sealed_password FROM mailbox WHERE id = ?")) {
      query.setLong(1, id.value());
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getBytes(1);
      }
    }
  }

  /** Everything the database would write to a backup. */
  private List<String> script() throws SQLException {
    List<String> lines = new ArrayList<>();
    try (var connection = here.database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SCRIPT")) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  private MailboxView register(Drafts drafts) {
    return here.call(mailboxes -> mailboxes.register(drafts.draft()));
  }
}
