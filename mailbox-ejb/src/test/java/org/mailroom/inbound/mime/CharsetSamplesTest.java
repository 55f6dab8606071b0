package org.mailroom.inbound.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in the charsets of thirty years, whatever the mail calls them. */
class CharsetSamplesTest {
  private static final String RUSSIAN =
      "Здравствуйте, у нас сломался принтер. Пожалуйста, помогите нам как можно скорее.";
  private static final String JAPANESE = "プリンターが動きません。至急、確認をお願いいたします。";
  private static final String CHINESE = "打印机坏了，请尽快帮助我们解决这个问题，谢谢大家。";
  private static final String TAIWANESE = "印表機壞了，請儘快幫助我們解決這個問題，謝謝大家。";
  private static final String KOREAN = "프린터가 고장났습니다. 빨리 도와주시기 바랍니다. 감사합니다.";
  private static final String GREEK =
      "Ο εκτυπωτής μας χάλασε και δεν μπορούμε να εργαστούμε. Παρακαλώ βοηθήστε μας σύντομα.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iso-8859-1 | windows-1252 | Olá “você” 5 €",
        "ISO_8859-1:1987 | ISO-8859-1 | é",
        "iso8859-15 | ISO-8859-15 | 5 €",
        "ISO-8859-2 | ISO-8859-2 | Žluťoučký kůň",
        "windows-1250 | windows-1250 | Žluťoučký kůň",
        "cp1251 | windows-1251 | Привет",
        "Windows1252 | windows-1252 | ção",
        "win-1251 | windows-1251 | Привет",
        "windows-1253 | windows-1253 | Καλημέρα",
        "windows-1254 | windows-1254 | Işık ğ",
        "iso-8859-9 | windows-1254 | Işık ğ",
        "windows-1255 | windows-1255 | שלום",
        "iso-8859-8-i | ISO-8859-8 | שלום",
        "windows-1256 | windows-1256 | مرحبا",
        "windows-1257 | windows-1257 | Ąžuolas",
        "windows-1258 | windows-1258 | Đông",
        "koi8-r | KOI8-R | Привет",
        "koi8-u | KOI8-U | Їжак",
        "koi8-ru | KOI8-U | Їжак",
        "logical | ISO-8859-8 | שלום",
        "csISO88598I | ISO-8859-8 | שלום",
        "csiso88596e | ISO-8859-6 | مرحبا",
        "csmacintosh | x-MacRoman | Café",
        "x-mac-centraleurroman | x-MacCentralEurope | Žluťoučký kůň",
        "chinese | GB18030 | 打印机",
        "csGB2312 | GB18030 | 打印机",
        "cn-big5 | Big5 | 印表機",
        "korean | EUC-KR | 프린터",
        "ibm437 | IBM437 | Ç é ü",
        "cp850 | IBM850 | São",
        "cp-866 | IBM866 | Привет",
        "macintosh | x-MacRoman | Café",
        "x-mac-cyrillic | x-MacCyrillic | Привет",
        "tis-620 | x-windows-874 | สวัสดี",
        "gb2312 | GB18030 | 打印机",
        "GBK | GB18030 | 镕",
        "big5 | Big5 | 印表機",
        "cp950 | Big5 | 印表機",
        "shift_jis | windows-31j | ①プリンター",
        "x-sjis | windows-31j | プリンター",
        "euc-jp | EUC-JP | プリンター",
        "eucJP-ms | EUC-JP | プリンター",
        "iso-2022-jp | x-windows-iso2022jp | ①プリンター",
        "iso-2022-kr | ISO-2022-KR | 프린터",
        "ks_c_5601-1987 | x-windows-949 | 프린터 똠",
        "euc-kr | EUC-KR | 프린터",
        "utf8 | UTF-8 | 打印机 🖨",
        "utf-16 | UTF-16 | Привет",
        "utf-16 | UTF-16LE | Hello there",
        "utf-16le | UTF-16LE | Olá",
        "'utf-8' | UTF-8 | é",
        "\"UTF-8 | UTF-8 | é",
        "us-ascii (Plain text) | US-ASCII | words",
        "utf-8; format=flowed | UTF-8 | é"
      })
  void reads_what_is_stated(String label, String real, String text) {
    assertThat(Charsets.decode(text.getBytes(Charset.forName(real)), label)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "iso-8859-10, AAAF20F0FE, ŠŊ ðþ",
    "latin6, A4FF, Īĸ",
    "ISO-8859-14, D06120DE20A1, Ŵa Ŷ Ḃ",
    "hp-roman8, B6616EB2, Ñaný",
    "roman8, 636166C5, café",
    "viscii, 5469AA6E67205669AE7420020519, Tiếng Việt ẲẴỸ",
    "viscii, C3A9, é"
  })
  void reads_what_the_platform_does_not_know(String label, String bytes, String words) {
    assertThat(Charsets.decode(HexFormat.of().parseHex(bytes), label)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "utf-7 | Hi Mom -+Jjo--! | Hi Mom -☺-!",
        "unicode-1-1-utf-7 | A+ImIDkQ. | A≢Α.",
        "utf-7 | 1 +- 1 | 1 + 1",
        "utf-7 | cut +AOk | cut é",
        "hz-gb-2312 | ~{VPND~} ~~ ok | 中文 ~ ok"
      })
  void reads_charsets_that_java_does_not_know(String label, String ascii, String text) {
    assertThat(Charsets.decode(ascii.getBytes(StandardCharsets.US_ASCII), label)).isEqualTo(text);
  }

  @Test
  void tells_the_charset_by_the_bytes_where_none_is_stated() {
    assertGuessed(RUSSIAN, "windows-1251", "KOI8-R", "ISO-8859-5", "UTF-8");
    assertGuessed(JAPANESE, "Shift_JIS", "EUC-JP", "x-windows-iso2022jp", "UTF-8");
    assertGuessed(CHINESE, "GB18030", "UTF-8");
    assertGuessed(TAIWANESE, "Big5", "UTF-8");
    assertGuessed(KOREAN, "EUC-KR", "ISO-2022-KR", "UTF-8");
    assertGuessed(GREEK, "windows-1253", "UTF-8");
    assertGuessed("O café está fechado e não abre amanhã.", "windows-1252", "UTF-8");
    assertGuessed("café", "windows-1252", "UTF-8");
    assertGuessed("ÄÖÜ ÕÄÖÜ", "windows-1252", "UTF-8");
    assertGuessed("Тест", "windows-1251", "KOI8-R");
    assertGuessed("Words with a mark", "UTF-16");
  }

  @Test
  void a_zero_among_few_letters_is_none_of_wide_ones() {
    assertThat(Fixture.parse("Subject: s\n\nbo\0dy\n").text()).isEqualTo("body");
  }

  private static void assertGuessed(String text, String... charsets) {
    for (String charset : charsets) {
      byte[] bytes = text.getBytes(Charset.forName(charset));
      for (String label : new String[] {"", "us-ascii", "x-unknown", "unknown-8bit"}) {
        assertThat(Charsets.decode(bytes, label))
            .as("%s called %s", charset, label)
            .isEqualTo(text);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "iso-8859-1, UTF-8, São Paulo",
    "windows-1252, UTF-8, “quoted”",
    "us-ascii, windows-1252, não",
    "utf-8, windows-1252, não é",
    "utf-8, windows-1251, Здравствуйте уважаемые",
    "gb2312, UTF-8, 打印机坏了请帮助",
    "big5, UTF-8, 印表機壞了請幫助",
    "iso-2022-jp, UTF-8, プリンターが動きません",
    "us-ascii, x-windows-iso2022jp, プリンターが動きません",
    "iso-2022-jp, windows-31j, ツール",
    "iso-2022-jp, EUC-JP, ツール",
    "iso-2022-jp, windows-1252, Quien te dijŠat",
    "utf-8, x-windows-iso2022jp, プリンターが動きません"
  })
  void does_not_believe_what_cannot_be(String label, String real, String text) {
    assertThat(Charsets.decode(text.getBytes(Charset.forName(real)), label)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iso-8859-1", "windows-1252", "iso-8859-15"})
  void text_of_any_language_may_be_called_western(String label) {
    assertThat(decoded(RUSSIAN, "windows-1251", label)).isEqualTo(RUSSIAN);
    assertThat(decoded(RUSSIAN, "KOI8-R", label)).isEqualTo(RUSSIAN);
    assertThat(decoded(JAPANESE, "Shift_JIS", label)).isEqualTo(JAPANESE);
    assertThat(decoded(CHINESE, "GB18030", label)).isEqualTo(CHINESE);
    assertThat(decoded(KOREAN, "EUC-KR", label)).isEqualTo(KOREAN);
    assertThat(decoded(GREEK, "windows-1253", label)).isEqualTo(GREEK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "àâäéèêëîïôöùûüÿçÀÂÄÉÈÊËÎÏÔÖÙÛÜÇ",
        "ÁÉÍÓÚáéíóú ÀÈÌÒÙàèìòù ÂÊÎÔÛâêîôû ÄËÏÖÜäëïöü ÃÕãõ ÑñÇç ÅåØøÆæ",
        "¯·¯·¯·¯·¯·¯·¯·¯·¯·¯·¯·¯·¯·¯·¯·¯·¯·¯·¯·¯·¯·¯·¯ °×¬¡¢£¤¥¦§¨©ª«",
        "»»»»»»»»»»»»»»»»»»»»»»»»»»»»» Preços »»»»»»»»»»»»»»»»»»»»»»»»»»»»"
      })
  void western_text_of_many_accents_and_signs_stays_western(String text) {
    assertThat(decoded(text, "windows-1252", "iso-8859-1")).isEqualTo(text);
  }

  private static String decoded(String text, String real, String label) {
    return Charsets.decode(text.getBytes(Charset.forName(real)), label);
  }

  @ParameterizedTest
  @CsvSource({"iso-2022-jp", "us-ascii"})
  void japanese_of_seven_bits_ends_with_its_line(String label) {
    String kana = "\u001b$B%D!<%k";
    byte[] cut = (kana + "\r\nwords\n" + kana + "\n").getBytes(StandardCharsets.US_ASCII);

    assertThat(Charsets.decode(cut, label)).isEqualTo("ツール\r\nwords\nツール\n");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, Сломался принтер",
    "koi8-r, Сломался принтер",
    "gb2312, 打印机坏了",
    "shift_jis, プリンター",
    "iso-8859-1, Café à côté",
    "utf-8, Café à côté"
  })
  void reads_headers_of_eight_bits_as_the_body(String charset, String words) {
    String mail =
        "Subject: %s%nFrom: \"%s\" <a@b.example>%nContent-Type: text/plain; charset=%s%n%n%s";
    byte[] raw =
        mail.formatted(words, words, charset, words)
            .getBytes(CharsetNames.find(CharsetNames.plain(charset)).orElseThrow());

    var parsed = Fixture.parse(raw);
    assertThat(parsed.subject()).isEqualTo(words);
    assertThat(parsed.fromName()).isEqualTo(words);
    assertThat(parsed.text()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030, 王小明, 请尽快帮助我们解决这个问题",
    "windows-1251, Кот, Сломался принтер",
    "windows-31j, 田中, プリンターが動きません"
  })
  void reads_a_short_header_of_eight_bits_as_a_long_one(String charset, String name, String words) {
    byte[] raw =
        "From: %s <a@b.example>%nSubject: %s%n%nx"
            .formatted(name, words)
            .getBytes(Charset.forName(charset));

    assertThat(Fixture.parse(raw).fromName()).isEqualTo(name);
    assertThat(Fixture.parse(raw).subject()).isEqualTo(words);
  }

  @Test
  void reads_a_header_of_eight_bits_as_the_encoded_words_beside_it() {
    byte[] raw =
        "From: =?iso-2022-jp?B?GyRCJUQhPCVrGyhC?= <a@b.example>%nSubject: ツール%n%nx"
            .formatted()
            .getBytes(Charset.forName("windows-31j"));

    assertThat(Fixture.parse(raw).fromName()).isEqualTo("ツール");
    assertThat(Fixture.parse(raw).subject()).isEqualTo("ツール");
  }

  @Test
  void reads_the_charset_inside_html() {
    byte[] html =
        "Content-Type: text/html\n\n<html><head><meta charset=\"koi8-r\"></head>Кот</html>"
            .getBytes(Charset.forName("KOI8-R"));

    assertThat(Fixture.parse(html).text()).isEqualTo("Кот");
  }

  @ParameterizedTest
  @CsvSource({
    "koi8-r, utf-8, koi8-r, Кот",
    "koi8-r, us-ascii, koi8-r, Кот",
    "utf-8, utf-8, koi8-r, Кот",
    "utf-8, utf-8, iso-8859-1, Café à côté",
    "windows-1252, utf-8, utf-8, Café à côté",
    "koi8-r, koi8-r, utf-8, Кот"
  })
  void believes_the_charset_inside_html_where_the_one_outside_cannot_be(
      String real, String outside, String inside, String text) {
    byte[] html =
        "Content-Type: text/html; charset=%s\n\n<html><head><meta charset=\"%s\"></head>%s</html>"
            .formatted(outside, inside, text)
            .getBytes(Charset.forName(real));

    assertThat(Fixture.parse(html).text()).isEqualTo(text);
  }

  @Test
  void a_text_may_change_its_charset_from_part_to_part() {
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    mail.writeBytes(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n".getBytes(StandardCharsets.UTF_8));
    mail.writeBytes(
        "Content-Type: text/plain; charset=koi8-r\n\nКот\n--b\n"
            .getBytes(Charset.forName("KOI8-R")));
    mail.writeBytes(
        "Content-Type: text/plain; charset=utf-8\n\nКит\n--b--\n".getBytes(StandardCharsets.UTF_8));

    assertThat(Fixture.parse(mail.toByteArray()).text()).isEqualTo("Кот\n\nКит");
  }
}
