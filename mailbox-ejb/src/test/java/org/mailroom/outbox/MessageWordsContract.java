package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.outbox.OutboxFixture.mailAbout;
import static org.mailroom.outbox.OutboxFixture.through;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.ManagersCall;
import org.mailroom.database.TestDatabase;
import org.mailroom.outbox.jpa.Stores;
import org.mailroom.paging.Slice;

/** How messages are found by the words of their subjects and addresses, on every database. */
abstract class MessageWordsContract {
  private static final Route XPTO = through(1, "desk@xpto.example");
  private static final String ANA = "ana.prado@client.example";
  private static final String BOB = "bob@o-neill.example";

  private OutboxFixture outbox;

  abstract TestDatabase database();

  @BeforeEach
  void open() {
    outbox = new OutboxFixture(database());
    outbox.mailboxes.add(1, "XPTO out", "desk@xpto.example", false);
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  @Test
  void words_are_found_by_their_beginnings_and_all_must_be_there() {
    OutboxMessageId printer = about("Printer on fire (again)", ANA);
    OutboxMessageId paper = about("Printer has no paper", BOB);

    assertThat(found("printer")).containsExactly(paper, printer);
    assertThat(found("PRIN")).containsExactly(paper, printer);
    assertThat(found("fire  prin")).containsExactly(printer);
    assertThat(found("aga")).containsExactly(printer);
    assertThat(found("printer has no paper bob")).containsExactly(paper);
    assertThat(found("paper fire")).isEmpty();
    assertThat(found("rinter")).isEmpty();
  }

  @Test
  void case_and_accents_do_not_matter() {
    OutboxMessageId german = about("Größe der Übergänge geändert", ANA);
    OutboxMessageId portuguese = about("Solicitação não concluída: AÇÃO", ANA);
    OutboxMessageId greek = about("Το Αίτημά σας", ANA);
    OutboxMessageId apart = about("Cafe\u0301 Łódź", ANA);

    assertThat(found("ÜBERGÄNGE")).containsExactly(german);
    assertThat(found("ubergange grosse")).containsExactly(german);
    assertThat(found("solicitacao ação nao")).containsExactly(portuguese);
    assertThat(found("αιτημα")).containsExactly(greek);
    assertThat(found("café lodz")).containsExactly(apart);
  }

  @Test
  void an_address_is_found_as_a_whole_by_its_domain_and_by_its_parts() {
    OutboxMessageId both = about("One", ANA, BOB);
    OutboxMessageId other = about("Two", "prado.ana@client.example");

    assertThat(found(ANA)).containsExactly(both);
    assertThat(found("<Ana.Prado@Client.Example>,")).containsExactly(both);
    assertThat(found("ana.prado@")).containsExactly(both);
    assertThat(found("@client.example")).containsExactly(other, both);
    assertThat(found("@o-neill")).containsExactly(both);
    assertThat(found("prado")).containsExactly(other, both);
    assertThat(found("client.example prado.ana")).containsExactly(other, both);
    assertThat(found("o'neill")).as("its parts are o and neill").containsExactly(both);
    assertThat(found("prado@client.example")).isEmpty();
  }

  @Test
  void no_character_is_a_wildcard_or_an_operator() {
    OutboxMessageId sale = about("50% off_peak 'today' \\o/ C:\\temp", ANA);
    about("500 offers", BOB);

    for (String text :
        List.of("50% off_peak", "off & peak", "'today'", "!today", "to:*", "C:\\temp", "\\o/")) {
      assertThat(found(text)).as(text).contains(sale);
    }
    for (String text :
        List.of("t_day", "t%y", "today|fire", "a'b\\':*", "%", "_", "'", "&", "\\")) {
      assertThat(found(text)).as(text).isEmpty();
    }
    assertThat(found("off<->peak")).containsExactly(sale);
  }

  @Test
  void many_and_long_words_are_no_trouble() {
    String subject = String.join(" ", IntStream.range(0, 120).mapToObj(i -> "word" + i).toList());
    OutboxMessageId many = about(subject, ANA);
    OutboxMessageId wide = about("\uD83D\uDE80 " + "x".repeat(900) + " \uD840\uDC00end", ANA);
    OutboxMessageId none = about("\uD83D\uDE80 ---", BOB);

    assertThat(found(subject)).containsExactly(many);
    assertThat(found("x".repeat(900))).containsExactly(wide);
    assertThat(found("\uD840\uDC00")).containsExactly(wide);
    assertThat(found("bob")).containsExactly(none);
    assertThat(found("\uD83D\uDE80")).isEmpty();
  }

  @Test
  void words_and_other_filters_narrow_together_page_by_page() {
    OutboxMessageId held = about("Held", ANA);
    List<OutboxMessageId> ids = Stream.generate(() -> about("Held up", ANA)).limit(5).toList();
    outbox.run(o -> o.hold(held, "wait"));

    assertThat(outbox.list(query("held", Optional.of(MessageState.HELD)), Slice.first(10)).total())
        .isEqualTo(1);
    var page = outbox.list(query("held up", Optional.empty()), new Slice(1, 2));
    assertThat(page.total()).isEqualTo(5);
    assertThat(page.items())
        .extracting(OutboxMessageView::id)
        .containsExactly(ids.get(2), ids.get(1));
    assertThat(ManagersCall.givenContracts(18L).call(() -> found("held"))).isEmpty();
  }

  @Test
  void messages_older_than_the_index_are_brought_in_step_by_step_and_once() {
    List<OutboxMessageId> old =
        List.of(about("Old one", ANA), about("Old two", ANA), about("Old three", BOB));
    run("DELETE FROM outbox_words");
    run("UPDATE outbox_indexing SET below = (SELECT MAX(id) + 1 FROM outbox_message)");
    OutboxMessageId young = about("Old no more", ANA);
    assertThat(found("old")).containsExactly(young);

    assertThat(index()).isTrue();
    assertThat(found("old")).as("the newest first").containsExactly(young, old.get(2), old.get(1));
    while (index()) {
      assertThat(found("old")).contains(young);
    }

    assertThat(found("old")).containsExactly(young, old.get(2), old.get(1), old.get(0));
    assertThat(found("bob")).containsExactly(old.get(2));
    assertThat(index()).isFalse();
  }

  private boolean index() {
    return outbox.with(entities -> Stores.oldWords(entities).index(2));
  }

  private void run(String sql) {
    outbox.with(entities -> entities.createNativeQuery(sql).executeUpdate());
  }

  private OutboxMessageId about(String subject, String... to) {
    return outbox.enqueue(mailAbout(subject, XPTO, to));
  }

  private List<OutboxMessageId> found(String text) {
    return outbox.list(query(text, Optional.empty()), Slice.first(10)).items().stream()
        .map(OutboxMessageView::id)
        .toList();
  }

  private static OutboxQuery query(String text, Optional<MessageState> state) {
    return new OutboxQuery(
        Optional.empty(),
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.of(text),
        Optional.empty(),
        Optional.empty());
  }
}
