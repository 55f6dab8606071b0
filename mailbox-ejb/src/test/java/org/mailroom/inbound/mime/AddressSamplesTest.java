package org.mailroom.inbound.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.mailbox.EmailAddress;

/** People as headers name them, by RFC 5322, by its ancestors, and by nobody's rules. */
class AddressSamplesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ana@b.example | ana@b.example | ``",
        "<ana@b.example> | ana@b.example | ``",
        "Ana <ana@b.example> | ana@b.example | Ana",
        "Ana<ana@b.example> | ana@b.example | Ana",
        "\"Prado, Ana\" <ana@b.example> | ana@b.example | Prado, Ana",
        "Prado, Ana <ana@b.example> | ana@b.example | Prado, Ana",
        "ana@b.example (Ana Prado) | ana@b.example | Ana Prado",
        "\"Ana \\\"AP\\\" Prado\" <ana@b.example> | ana@b.example | Ana \"AP\" Prado",
        "=?utf-8?Q?Jos=C3=A9?= <j@b.example> | j@b.example | José",
        "=?utf-8?Q?Jos=C3=A9,_Chefe?= <j@b.example> | j@b.example | José, Chefe",
        "=?utf-8?B?Sm9zw6ksIENoZWZl?= <j@b.example> | j@b.example | José, Chefe",
        "=?utf-8?Q?Jos=C3=A9?= =?utf-8?Q?_Silva?= <j@b.example> | j@b.example | José Silva",
        "\"=?utf-8?Q?Jos=C3=A9?=\" <j@b.example> | j@b.example | José",
        "=?utf-8?Q?=22Jos=C3=A9_Silva=22?= <j@b.example> | j@b.example | José Silva",
        "=?utf-8?Q?\"Jos=C3=A9 Silva\"?= <j@b.example> | j@b.example | José Silva",
        "=?utf-8?Q?=22Z=C3=A9=22_Silva?= <j@b.example> | j@b.example | \"Zé\" Silva",
        "=?utf-8?Q?Jos=C3?= =?utf-8?Q?=A9?= <j@b.example> | j@b.example | José",
        "=?iso-2022-jp?B?GyRCfGI2NhsoQg==?= <j@b.example> | j@b.example | 髙橋",
        "=?iso-2022-jp?B?g2OBW4OLIEVYQU1QTEU=?= <j@b.example> | j@b.example | ツール EXAMPLE",
        "=?ks_c_5601-1987?B?jGO55rCix88=?= <j@b.example> | j@b.example | 똠방각하",
        "=?utf-8?Q?Jos=C3=A9?= Silva <j@b.example> | j@b.example | José Silva",
        "Dr. =?utf-8?Q?Jos=C3=A9,?= (Porto) <j@b.example> | j@b.example | Dr. José, (Porto)",
        "j@b.example (=?utf-8?Q?Jos=C3=A9?=) | j@b.example | José",
        "José <j@b.example> | j@b.example | José",
        "<@relay.example,@other.example:ana@b.example> | ana@b.example | ``",
        "Ana <ana @ b . example> | ana@b.example | Ana",
        "Ana <ana(at work)@b.example(our host)> | ana@b.example | Ana",
        "Ana <ana (x) @ (y) b.example> | ana@b.example | Ana",
        "Ana <mailto:ana@b.example> | ana@b.example | Ana",
        "'ana@b.example' | ana@b.example | ``",
        "\"ana\"@b.example | ana@b.example | ``",
        "Ana <<ana@b.example>> | ana@b.example | Ana",
        "Ana <ana@b.example | ana@b.example | Ana",
        "Ana ana@b.example | ana@b.example | Ana",
        "=?utf-8?Q?Jos=C3=A9?= j@b.example | j@b.example | José",
        "\"Prado, Ana\" ana@b.example | ana@b.example | Prado, Ana",
        "Ana mailto:ana@b.example | ana@b.example | ``",
        "[ana@b.example] | ana@b.example | ``",
        "Ana ana@b.example, bob@c.example | ana@b.example | Ana",
        "Ana <ana@b.example, bob@c.example | ana@b.example | Ana",
        "Ana <ana@b.example> Bob <bob@c.example> | ana@b.example | Ana",
        "boss@c.example ana@b.example | ana@b.example | ``",
        "boss@c.example <ana@b.example | ana@b.example | ``",
        "boss@c.example <ana@b.example> | ana@b.example | boss@c.example",
        "\"Boss <boss@c.example>\" <ana@b.example | ana@b.example | ``",
        "\"Boss <boss@c.example>\" ana@b.example, bob@c.example | ana@b.example | ``",
        "=?utf-8?Q?Boss=3Cboss=40c.example=3E?= <ana@b.example | ana@b.example | Boss<boss@c.example>",
        "=?utf-8?Q?Ana_=3Cana=40b.example=3E?= | ana@b.example | Ana",
        "ana@b.example; | ana@b.example | ``",
        "Staff: Ana <ana@b.example>, bob@b.example; | ana@b.example | Ana",
        "ana@bücher.example | ana@bücher.example | ``",
        "用户@例子.example | 用户@例子.example | ``",
        "\"ana@b.example\" <ana@b.example> | ana@b.example | ana@b.example",
        "Ana @ Work <ana@b.example> | ana@b.example | Ana @ Work",
        "Ana [External] <ana@b.example> | ana@b.example | Ana [External]",
        "Ana (Sales) Prado <ana@b.example> | ana@b.example | Ana (Sales) Prado",
        "\"Ana\" \"Prado\" <ana@b.example> | ana@b.example | Ana Prado",
        "\"Ana Prado <ana@b.example> | ana@b.example | Ana Prado",
        "\"Ana Prado\" (ana@b.example) | ana@b.example | Ana Prado",
        "Prado, Ana (Sales) <ana@b.example> | ana@b.example | Prado, Ana (Sales)",
        "Ana (Sales, Porto) <ana@b.example> | ana@b.example | Ana (Sales, Porto)",
        "\"ana@b.example\" | ana@b.example | ``",
        "<\"ana@b.example\"> | ana@b.example | ``",
        "not an address, ana@b.example | ana@b.example | ``",
        "\"ana prado\"@b.example | \"ana prado\"@b.example | ``",
        "Ana <\"ana, prado\"@b.example> | \"ana, prado\"@b.example | Ana",
        "Ana <\"a@home\"@b.example> | \"a@home\"@b.example | Ana",
        "Ana <ana..prado@b.example> | ana..prado@b.example | Ana",
        "ana.prado.@b.example | ana.prado.@b.example | ``",
        "Ana <\"ana..prado.\"@b.example> | ana..prado.@b.example | Ana",
        ".ana@b.example | .ana@b.example | ``",
        "root <root@print_server.b.example> | root@print_server.b.example | root",
        "Ana <ana@[192.0.2.7]> | ana@[192.0.2.7] | Ana",
        "Ana <ana@[IPv6:2001:db8::7]> | ana@[ipv6:2001:db8::7] | Ana",
        "अना@उदाहरण.भारत | अना@उदाहरण.भारत | ``"
      })
  void reads_the_sender(String from, String address, String name) {
    IncomingMail mail = Fixture.parse("From: " + from + "\nSubject: x\n\nx");

    assertThat(mail.from()).contains(new EmailAddress(address));
    assertThat(mail.fromName()).isEqualTo(name);
  }

  @Test
  void takes_the_first_readable_of_several_senders_and_says_so() {
    IncomingMail mail =
        Fixture.parse("From: nobody\nFrom: b@b.example, c@b.example\nSender: c@b.example\n\nx");

    assertThat(mail.from()).contains(new EmailAddress("b@b.example"));
    assertThat(mail.remarks()).singleElement().asString().contains("2 senders", "b@b.example");
  }

  @ParameterizedTest
  @CsvSource({
    "Sender,     Reply-To: b@b.example",
    "Reply-To,   Return-Path: <b@b.example>",
    "Reply-To,   Sender: nobody",
    "Return-Path, From: nobody"
  })
  void takes_another_header_where_from_is_missing_and_says_so(String name, String other) {
    IncomingMail mail = Fixture.parse(other + "\n" + name + ": Ana <a@b.example>\nSubject: x\n\nx");

    assertThat(mail.from()).contains(new EmailAddress("a@b.example"));
    assertThat(mail.fromName()).isEqualTo("Ana");
    assertThat(mail.remarks())
        .singleElement()
        .asString()
        .contains("no readable From; its %s is taken".formatted(name));
  }

  @Test
  void reads_all_recipients_and_the_members_of_groups() {
    IncomingMail mail =
        Fixture.parse(
            "To: Staff: a@b.example, \"B, C\" <b@b.example>;, c@b.example\n"
                + "Cc: undisclosed-recipients:;\nCc: d@b.example,\n  e@b.example\n\nx");

    assertThat(mail.recipients())
        .extracting(EmailAddress::value)
        .containsExactly("a@b.example", "b@b.example", "c@b.example", "d@b.example", "e@b.example");
  }

  @Test
  void an_address_may_be_encoded_along_with_its_name() {
    String bo = "=?utf-8?Q?=22Bo=22_<bo=40x.example>?=";

    assertThat(Addresses.in(bo + ", Eva <eva@x.example>"))
        .extracting(person -> person.name() + "|" + person.address())
        .containsExactly("Bo|bo@x.example", "Eva|eva@x.example");
  }
}
