package org.mailroom.inbound.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 2047, as it is meant and as it is done. */
class EncodedWordSamplesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=?ISO-8859-1?Q?a?= | a",
        "=?ISO-8859-1?Q?a?= b | a b",
        "=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?= | ab",
        "=?ISO-8859-1?Q?a?=  =?utf-8?B?Yg==?= | ab",
        "=?ISO-8859-1?Q?a_b?= | a b",
        "=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?= | a b",
        "=?iso-8859-1?q?Caf=e9?= | Café",
        "=?utf-8?b?Q2Fmw6k=?= | Café",
        "=?utf-8?Q?Caf=C3?= =?utf-8?Q?=A9?= | Café",
        "=?utf-8?Q?Caf=C3?= =?UTF8?Q?=A9?= | Café",
        "=?utf-8?B?Q2Fmww==?= =?utf-8?B?qQ==?= | Café",
        "=?utf-8?B?Q2Fmww?= =?UTF-8?Q?=A9?= | Café",
        "=?utf-8?B?Q2Fmww?= =?utf-8?B?qQ==?= | Café",
        "=?utf-8?B?Q2Fmw?= =?utf-8?B?6k=?= | Café",
        "=?utf-8?B?Q2Fmw?= =?utf-8?B?6k?= | Café",
        "=?utf-8?B?Q2Fmw6?= =?utf-8?B?kh?= =?utf-8?B?IQ==?= | Café!!",
        "=?utf-8?B?Q2Fmw?= =?iso-8859-1?B?6Q==?= | Café",
        "=?utf-8?Q?with spaces in it?= | with spaces in it",
        "=?utf-8?Q?no_end=C3=A9 | no endé",
        "=?utf-8?Q?half_an_end? | half an end",
        "=?utf-8?Q?no_end_ =?utf-8?Q?but_another?= | no end but another",
        "glued=?utf-8?Q?=C3=A9?=glued | gluedéglued",
        "`\"=?utf-8?Q?=C3=A9?=\"` | `\"é\"`",
        "=?utf-8?Q??= | ``",
        "=?utf-8?B??= | ``",
        "=?utf-8?Q?what??= | what?",
        "=?utf-8?Q?a=ZZ?= | a=ZZ",
        "=?utf-8?Q?Caf=C3=A 9?= | Café",
        "=?utf-8?Q?Caf= C3=   A9_x?= | Café x",
        "=?utf-8?X?a?= | =?utf-8?X?a?=",
        "=?utf-8*en?Q?a?= | a",
        "=??Q?Caf=C3=A9?= | Café",
        "=?x-unknown?Q?Caf=C3=A9?= | Café",
        "=?unknown-8bit?B?Q2Fm6Q==?= | Café",
        "=?iso-8859-1?Q?Caf=C3=A9?= | Café",
        "=?utf-8?Q?Caf=E9?= | Café",
        "=?utf-8?B?Q2Fm w6k=?= | Café",
        "=?utf-8?B?Q2Fmw6k?= | Café",
        "=?iso-2022-jp?B?GyRCJDMkcxsoQg==?= | こん",
        "=?gb2312?B?tPLTobv6?= | 打印机",
        "=?big5?B?pkyq7b73?= | 印表機",
        "=?koi8-r?B?8NLJ18XU?= | Привет",
        "=?windows-1251?Q?=CF=F0=E8=E2=E5=F2?= | Привет",
        "=?ks_c_5601-1987?B?x8G4sMXN?= | 프린터",
        "=?utf-7?Q?Caf+AOk-?= | Café",
        "Re: =?utf-8?Q?=C3=A9?= (=?utf-8?Q?=C3=A0?=) | Re: é (à)",
        "=?utf-8?Q?=F0=9F=96?= =?utf-8?Q?=A8_ok?= | 🖨 ok",
        "=?utf-8?Q?=3D=3Futf-8=3FQ=3Fa=3F=3D?= | =?utf-8?Q?a?=",
        "plain =? text ?= | plain =? text ?=",
        "1=?2 | 1=?2"
      })
  void decodes(String encoded, String words) {
    assertThat(EncodedWords.decode(encoded)).isEqualTo(words);
  }
}
