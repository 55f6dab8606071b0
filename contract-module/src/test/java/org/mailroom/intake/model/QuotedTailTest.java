package org.mailroom.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.environment.ProcessorTime;

class QuotedTailTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Mon, 23 Nov 2026 at 10:00, Desk <desk@mailroom.example> wrote:\n> We look into it.",
        "On Mon, 23 Nov 2026 at 10:00, The Service Desk of Mailroom\n<desk@mailroom.example> wrote:"
            + "\n\n> We look into it.\n>\n> Desk",
        "On Mon, 23 Nov 2026 at 10:00, The Service Desk of Mailroom\n"
            + "<reply+59d8370b7e9@mailroom.example> wrote:\n> We look into it.",
        "Am 23.11.2026 um 10:00 schrieb Desk <desk@mailroom.example>:\n> Wir kümmern uns.",
        "Em seg., 23 de nov. de 2026 às 10:00, Desk <d@x.example> escreveu:\n> Olá.",
        "El lun, 23 nov 2026 a las 10:00, Desk (<d@x.example>) escribió:\n> Hola.",
        "Le lun. 23 nov. 2026 à 10:00, Desk <d@x.example> a écrit :\n> Bonjour.",
        "-----Original Message-----\nFrom: Desk\nSent: Monday\n\nWe look into it.",
        "-----Ursprüngliche Nachricht-----\nVon: Desk\n\nWir kümmern uns.",
        "From: Desk <d@x.example>\nSent: Monday, November 23, 2026 10:00\nTo: Ana\n\nHello",
        "> We look into it.\n> Desk",
        "-- \nAna\nXPTO Company",
        "--\nAna\n\nOn Mon, 23 Nov 2026, Desk wrote:\n> We look into it.",
        "On Mon, 23 Nov 2026 at 10:00, Desk <desk@mailroom.example>\nwrote:\n\n> We look into it.",
        "On 2026-11-23 10:00, Desk wrote:\nno mark before what is quoted",
        "At 10:00 AM 11/23/2026 -0800, Desk wrote:\n>We look into it.",
        "Desk wrote:\n> We look into it.",
        "2026/11/23 Desk <desk@mailroom.example>\n\n> We look into it.",
        "Quoting Desk <desk@mailroom.example>:\n\n> We look into it.",
        "Desk <desk@mailroom.example> writes:\n> We look into it.",
        "Desk <d@x.example> schrieb am Mo., 23. Nov. 2026, 10:00:\n\n> Wir kümmern uns.",
        "Em seg., 23 de nov. de 2026 às 10:00, Desk <\nd@x.example> escreveu:\n\n> Olá.",
        "A segunda, 23/11/2026, 10:00, Desk <d@x.example> escreveu:\n> Olá.",
        "El lun, 23 nov 2026 a las 10:00, Desk (<d@x.example>)\nescribió:\n\n> Hola.",
        "Le lun. 23 nov. 2026 à 10 h 00, Desk <d@x.example> a écrit :\n> Bonjour.",
        "Il giorno lun 23 nov 2026 alle ore 10:00 Desk <d@x.example> ha scritto:\n> Ciao.",
        "Op ma 23 nov. 2026 om 10:00 schreef Desk <d@x.example>:\n> Hallo.",
        "Den mån 23 nov. 2026 kl 10:00 skrev Desk <d@x.example>:\n> Hej.",
        "W dniu 23.11.2026 o 10:00, Desk pisze:\n> Witaj.",
        "23.11.2026 10:00, Desk d@x.example написал:\n> Привет.",
        "在 2026年11月23日，10:00，Desk <d@x.example> 写道：\n> 你好",
        "-------- Original Message --------\nSubject: Fire\nDate: Mon\nFrom: Desk\n\nHello",
        "-----Original Appointment-----\nFrom: Desk\n\nHello",
        "-----Mensaje original-----\nDe: Desk\n\nHola",
        "-----Message d'origine-----\nDe : Desk\nEnvoyé : lundi\n\nBonjour",
        "______________\nFrom: D <d@x.example>\nSent: Monday\nTo: Ana\n\nHello",
        "---\n\n**From:** Desk <d@x.example>\n**Sent:** Monday\n**To:** Ana\n\nHello",
        "*From:* Desk <d@x.example>\n*Sent:* Monday\n*To:* Ana\n\nHello",
        "De: Desk\nEnviada em: segunda-feira\nPara: Ana\nAssunto: RE: Fogo\n\nOlá",
        "De: Desk\nEnviado el: lunes\nPara: Ana\nAsunto: RE: Fuego\n\nHola",
        "Von: Desk\nGesendet: Montag\nAn: Ana\nBetreff: AW: Feuer\n\nHallo",
        "De : Desk\nÀ : Ana\nObjet : RE: Feu\n\nBonjour",
        "Desk@XPTO\n11/23/2000 10:00 AM\nTo: Ana/XPTO@XPTO\ncc:\nSubject: Re: Fire\n\nHello",
        "Desk on 11/23/2000 10:00:00 AM\nTo: Ana/XPTO\ncc:\nSubject: Re: Fire\n\nHello",
        "Sent from my iPhone",
        "Sent from my iPhone\n\n> On 23 Nov 2026, at 10:00, Desk <d@x.example> wrote:\n>\n> Hello",
        "Sent from my Verizon Wireless BlackBerry\n\nFrom: Desk\nDate: Mon\nTo: Ana\n\nHello",
        "Enviado do meu iPhone",
        "Enviado desde mi iPhone",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Get Outlook for iOS<https://aka.example/x>\n____\nFrom: D\nSent: M\n\nHi",
        "Obter o Outlook para Android",
        "On 1 Jan 2026, Desk wrote:\n> Hello\n\n____________________\nall@list"
      })
  void what_follows_the_answer_is_folded_away(String tail) {
    assertThat(QuotedTail.fold("It still burns.\n\nPlease hurry.\n\n" + tail))
        .isEqualTo("It still burns.\n\nPlease hurry.");
  }

  @ParameterizedTest
  @MethodSource("tails")
  void what_programs_of_the_world_add_is_folded_away(String tail) {
    assertThat(QuotedTail.fold("It works again.\n\n" + tail)).isEqualTo("It works again.");
  }

  static Stream<String> tails() {
    return samples("tails.txt");
  }

  @ParameterizedTest
  @MethodSource("ownWords")
  void what_only_looks_like_a_tail_stays(String text) {
    assertThat(QuotedTail.fold(text)).isEqualTo(text);
  }

  static Stream<String> ownWords() {
    return samples("own-words.txt");
  }

  private static Stream<String> samples(String name) {
    try (InputStream in = QuotedTailTest.class.getResourceAsStream(name)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("(?m)^=====\\R")).map(String::strip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_header_above_a_marked_quote_is_folded_with_it() {
    assertThat(
            QuotedTail.fold(
                "Yes.\n\n-----Original Message-----\nFrom: Desk\nSent: Monday\n\n> Really?\n\n-- \nAna"))
        .isEqualTo("Yes.");
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
        "Costs rose -- a lot.\n- one\n- two",
        "A colleague from room 3 said:\nit burns",
        "Sent from my desk, is much easier than by phone.\nReally.",
        "Sent from my iPhone\nwas the mail that I mean.",
        "On 5 May 2026 it worked.\nThe log says 10:00:\nfailed",
        "See what the vendor says.\n\n---------- Forwarded message ---------\nFrom: V <v@x.example>"
            + "\nDate: Mon, 23 Nov 2026\nSubject: Fix\n\nReplace the fuser.",
        "> Which printer?\n\nThe red one.\n\n> Which floor?\n\nThe second.",
        "To: the team\nSubject: to change",
        "one\n___\ntwo",
        "My answers are below, in red.\n\nFrom: Desk\nSent: Monday\nTo: Ana\nSubject: Fire\n\n"
            + "Which floor?\nThe second.",
        "Hi Bob,\n\nFrom: Desk\nSent: Monday\nTo: Ana\nSubject: Fire\n\nWhich floor?\n\nThe 2nd.",
        "[EXTERNAL] Do not open links.\n\n-----Original Message-----\nFrom: Desk\nSent: Monday\n\n"
            + "Which floor?\n\nThe second.",
        "-----Original Message-----\nFrom: Desk\nSent: Monday\n\n> Which floor?\nThe second.\n"
            + "> Which room?\nThe third.",
        "Hello.\n\nFrom: Desk\nDate: Monday\nTo: Ana\n\n> Which floor?\n\nThe second.",
        "Respondo abaixo, em azul.\n\nDe: Desk\nEnviada em: segunda\nPara: Ana\n\nQual?\nO 2.",
        "Siehe meine Antworten unten.\n\nVon: D\nGesendet: Montag\nAn: Ana\n\nWo?\nOben."
      })
  void own_words_are_never_taken_for_a_tail(String text) {
    assertThat(QuotedTail.fold(text)).isEqualTo(text);
  }

  @Test
  void the_sentence_before_an_attribution_is_no_part_of_it() {
    assertThat(
            QuotedTail.fold(
                "On 5 May 2026 I sent you the whole form, as asked.\n"
                    + "On 6 May 2026, Desk wrote:\n> Where is it?"))
        .isEqualTo("On 5 May 2026 I sent you the whole form, as asked.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--- On Mon, 23 Nov 2026, Desk <d@x.example> wrote:\n> Where?",
        " -- On Mon, 23 Nov 2026, Desk wrote:\n\nWhere?",
        " On Mon, 23 Nov 2026 at 10:00, d@x.example wrote:\n> Where?",
        ". On Mon, 23 Nov 2026 at 10:00, Desk <d@x.example> wrote: \n\n> Where?",
        "! Am 23.11.2026 um 10:00 schrieb Desk <d@x.example>:\n> Wo?"
      })
  void own_words_on_the_line_of_an_attribution_stay(String tail) {
    String folded = QuotedTail.fold("Thank you.\n\nIt burns in room 3" + tail);

    assertThat(folded.replaceFirst("[.!]$", "")).isEqualTo("Thank you.\n\nIt burns in room 3");
  }

  @Test
  void a_long_text_below_hyphens_is_somebodys_own() {
    String text = "First.\n--\n" + "line\n".repeat(30) + "last";

    assertThat(QuotedTail.fold(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sent from my iPhone\n",
        "--\n",
        "On 1 Jan 2026 wrote wrote \n",
        "> \n\n",
        "From: a\nDate: b\n> q\nw\n",
        "see see answer ",
        "From: \n",
        "a@",
        "-- reply reply reply antwort antwort reply reply antwort reply\n",
        "(https://x\n",
        "<a/\n"
      })
  void endless_lines_are_folded_soon(String line) throws Exception {
    String text = line.repeat(1_000_000 / line.length());

    ProcessorTime.assertWithin(Duration.ofSeconds(20), () -> QuotedTail.fold(text));
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
