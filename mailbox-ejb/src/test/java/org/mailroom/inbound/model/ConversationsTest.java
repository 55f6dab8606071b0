package org.mailroom.inbound.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.inbound.ReceivedId;

class ConversationsTest {
  private final List<Waiting> mails = new ArrayList<>();

  @Test
  void are_one_each_where_nothing_is_shared() {
    mail("ana@x", "Printer", "<1@x>", "");
    mail("bob@x", "Phone", "<2@x>", "");

    assertConversations("[1]", "[2]");
  }

  @Test
  void hold_a_mail_and_the_answers_to_it_in_their_order() {
    mail("ana@x", "Printer", "<1@x>", "");
    mail("bob@x", "Phone", "<2@x>", "");
    mail("cid@x", "Something else", "<3@x>", "<1@x> <0@x>");
    mail("dan@x", "", "<4@x>", "<3@x>");

    assertConversations("[1, 3, 4]", "[2]");
  }

  @Test
  void hold_answers_to_the_same_mail_that_is_not_among_them() {
    mail("ana@x", "One", "<1@x>", "<0@x>");
    mail("bob@x", "Two", "<2@x>", "<0@x>");

    assertConversations("[1, 2]");
  }

  @Test
  void hold_all_mail_of_a_sender() {
    mail("Ana@x", "Printer", "<1@x>", "");
    mail("ana@X", "Phone", "<2@x>", "");

    assertConversations("[1, 2]");
  }

  @Test
  void hold_what_has_the_same_subject_whatever_answering_it_is_called() {
    mail("ana@x", "Printer", "", "");
    mail("bob@x", "AW: Re[2]: printer ", "", "");

    assertConversations("[1, 2]");
  }

  @Test
  void grow_together_by_a_mail_that_is_of_both() {
    mail("ana@x", "Printer", "<1@x>", "");
    mail("bob@x", "Phone", "<2@x>", "");
    mail("ana@x", "Phone", "<3@x>", "");

    assertConversations("[1, 2, 3]");
  }

  @Test
  void are_not_joined_by_what_is_missing() {
    mail("", "", "", "");
    mail("", "Re: ", "", "");

    assertConversations("[1]", "[2]");
  }

  private void mail(String sender, String subject, String messageId, String thread) {
    ReceivedId id = new ReceivedId(mails.size() + 1);
    mails.add(new Waiting(id, sender, subject, messageId, thread, 1000));
  }

  private void assertConversations(String... expected) {
    assertThat(Conversations.of(mails))
        .extracting(one -> one.stream().map(Waiting::id).toList().toString())
        .containsExactly(expected);
  }
}
