package org.mailroom.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTailTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Mon, 23 Nov 2026 at 10:00, Desk <desk@mailroom.example> wrote:\n> We look into it.",
        "On Mon, 23 Nov 2026 at 10:00, The Service Desk of Mailroom\n<desk@mailroom.example> wrote:"
            + "\n\n> We look into it.\n>\n> Desk",
        "Am 23.11.2026 um 10:00 schrieb Desk <desk@mailroom.example>:\n> Wir kümmern uns.",
        "Em seg., 23 de nov. de 2026 às 10:00, Desk <d@x.example> escreveu:\n> Olá.",
        "El lun, 23 nov 2026 a las 10:00, Desk (<d@x.example>) escribió:\n> Hola.",
        "Le lun. 23 nov. 2026 à 10:00, Desk <d@x.example> a écrit :\n> Bonjour.",
        "-----Original Message-----\nFrom: Desk\nSent: Monday\n\nWe look into it.",
        "-----Ursprüngliche Nachricht-----\nVon: Desk\n\nWir kümmern uns.",
        "From: Desk <desk@mailroom.example>\nSent: Monday, November 23, 2026 10:00\nTo: Ana\n\nHello",
        "> We look into it.\n> Desk",
        "-- \nAna\nXPTO Company",
        "--\nAna\n\nOn Mon, 23 Nov 2026, Desk wrote:\n> We look into it."
      })
  void what_follows_the_answer_is_folded_away(String tail) {
    assertThat(QuotedTail.fold("It still burns.\n\nPlease hurry.\n\n" + tail))
        .isEqualTo("It still burns.\n\nPlease hurry.");
  }

  @Test
  void lines_that_end_as_in_mail_are_folded_too() {
    assertThat(QuotedTail.fold("Yes.\r\n\r\nOn 1 Jan 2026, Desk wrote:\r\n> Really?\r\n"))
        .isEqualTo("Yes.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On 1 Jan 2026, Desk wrote:\n> Which printer?\nThe red one.\n> Which floor?\nThe second.",
        "> Which printer?\nThe red one.",
        "Hello,\nOn Monday she wrote:\nit burns",
        "From: here\nto eternity",
        "Costs rose -- a lot.\n- one\n- two"
      })
  void own_words_are_never_taken_for_a_tail(String text) {
    assertThat(QuotedTail.fold(text)).isEqualTo(text);
  }

  @Test
  void after_answers_in_between_the_rest_of_the_quote_goes() {
    assertThat(QuotedTail.fold("> Which printer?\nThe red one.\n> Thank you\n> Desk\n-- \nAna"))
        .isEqualTo("> Which printer?\nThe red one.");
  }

  @Test
  void when_nothing_would_remain_the_whole_text_stays() {
    assertThat(QuotedTail.fold("> It burns.\n")).isEqualTo("> It burns.");
    assertThat(QuotedTail.fold("")).isEmpty();
  }
}
