package org.mailroom.inbound.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of files and other parameters, by RFC 2231 and past it. */
class ParameterSamplesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "filename=a.txt | a.txt",
        "filename=\"a.txt\" | a.txt",
        "FileName = \"a.txt\" | a.txt",
        "filename=This is a test.txt | This is a test.txt",
        "filename=a b.txt; size=3 | a b.txt",
        "filename=a.txt size=3 | a.txt",
        "filename=\"a;b.txt\" | a;b.txt",
        "filename=\"say \\\"hi\\\".txt\" | say \"hi\".txt",
        "filename=\"say \"hi\".txt\"; size=3 | say \"hi\".txt",
        "filename=\"C:\\temp\\a.txt\" | C:\\temp\\a.txt",
        "filename=\"never closed.txt | never closed.txt",
        "filename=\"never closed.txt; size=3 | never closed.txt",
        "filename=report (1).pdf | report (1).pdf",
        "filename=\"=?utf-8?Q?=C3=A9.txt?=\" | é.txt",
        "filename==?utf-8?Q?=C3=A9;.txt?=; size=3 | é;.txt",
        "filename=\"=?utf-8?Q?=C3?= =?utf-8?Q?=A9.txt?=\" | é.txt",
        "filename=\"=?utf-8?B?w6ku?=txt\" | é.txt",
        "filename=\"relat%C3%B3rio%20final.pdf\" | relatório final.pdf",
        "filename=\"100%.pdf\" | 100%.pdf",
        "filename=\"100%25 a%.pdf\" | 100%25 a%.pdf",
        "filename*=utf-8''%C3%A9.txt | é.txt",
        "filename*=\"utf-8''%C3%A9.txt\" | é.txt",
        "filename*=iso-8859-1'pt'%E9.txt | é.txt",
        "filename*=gb2312''%B4%F2%D3%A1.txt | 打印.txt",
        "filename*=%C3%A9.txt | é.txt",
        "filename*=''%C3%A9.txt | é.txt",
        "filename*=x-unknown''%C3%A9.txt | é.txt",
        "filename=plain.txt; filename*=utf-8''%C3%A9.txt | é.txt",
        "filename*=utf-8''%C3%A9.txt; filename=plain.txt | é.txt",
        "filename*0=\"a long \"; filename*1=\"name.txt\" | a long name.txt",
        "filename*1=\"name.txt\"; filename*0=\"a long \" | a long name.txt",
        "filename*0*=utf-8''%C3; filename*1*=%A9.txt | é.txt",
        "filename*0*=utf-8''%C3%A9; filename*1=\" %41.txt\" | é %41.txt",
        "filename*0=\"a\"; filename*1*=%20b; filename*2=\".txt\" | a b.txt",
        "filename*0*=Frank's; filename*1*=Doc.txt | Frank'sDoc.txt",
        "filename*0*=us-ascii'en'Frank's%20; filename*1*=Doc.txt | Frank's Doc.txt",
        "filename*0=\"=?utf-8?Q?=C3\"; filename*1=\"=A9.txt?=\" | é.txt",
        "filename*0*=euc-kr''%C6%C4; filename*1*=euc-kr''%C0%CF.txt | 파일.txt",
        "filename*0*=utf-8''caf%C; filename*1*=3%A9 a%2; filename*2*=4.txt | café a$.txt",
        "filename*1=b; filename*2=c | bc",
        "=?utf-8?Q?filename=3D=22=C3=A9;_b.txt=22?= | é; b.txt",
        "=?utf-8?B?bmFtZT0iw6k=?= b.txt | é b.txt",
        "filename*=broken%; x=y | broken%",
        "filename*=utf-8''100%25%zz | 100%%zz",
        "; filename=a.txt | a.txt",
        ";; x; filename=a.txt | a.txt",
        "(comment) filename=a.txt | a.txt",
        "filename=; size=3 | ``",
        "filename | ``",
        "filename=a.txt; filename=b.txt | a.txt",
        "name=a.txt | a.txt",
        "name=a.txt; filename=b.txt | b.txt"
      })
  void reads_names_of_files(String parameters, String name) {
    String mail = "Content-Type: application/x-y%nContent-Disposition: attachment; %s%n%nx";
    MimeEntity entity =
        MimeEntity.mail(mail.formatted(parameters).getBytes(StandardCharsets.UTF_8));

    assertThat(entity.kind().shownName()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text/plain; charset=utf-8 | text/plain | utf-8",
        "TEXT/PLAIN;CHARSET=\"utf-8\" | text/plain | utf-8",
        "text/plain charset=utf-8 | text/plain | utf-8",
        "text/plain; charset=us-ascii (Plain text) | text/plain | us-ascii",
        "text/plain; (a comment) charset=x | text/plain | x",
        "text/plain;; charset=utf-8 | text/plain | utf-8",
        "text/plain; charset=\"utf-8\" format=flowed | text/plain | utf-8",
        "text/plain; charset = utf-8 ; format=flowed | text/plain | utf-8",
        "text/plain; charset=utf-8; charset=latin1 | text/plain | utf-8",
        "text/plain; charset | text/plain | ``",
        "text | text/plain | ``",
        "html | text/plain | ``",
        "text/plain, text/html | text/plain | ``",
        "\"text/html\"; charset=utf-8 | text/html | utf-8",
        "; charset=utf-8 | text/plain | utf-8",
        "multipart/mixed;; boundary=x; charset=y | multipart/mixed | y"
      })
  void reads_types(String header, String type, String charset) {
    MimeEntity entity =
        MimeEntity.mail("Content-Type: %s%n%nx".formatted(header).getBytes(StandardCharsets.UTF_8));

    assertThat(entity.kind().type()).isEqualTo(type);
    assertThat(entity.kind().parameter("charset")).isEqualTo(charset);
  }

  @ParameterizedTest
  @CsvSource({
    "name=a.jpg, attachment, a.jpg",
    "filename=a.jpg, attachment, a.jpg",
    "filename*=utf-8''%C3%A9.jpg, attachment, é.jpg",
    "name=a.jpg; filename=b.jpg, attachment; name=c.jpg, a.jpg",
    "filename=b.jpg, attachment; name=c.jpg, b.jpg"
  })
  void finds_the_name_in_whichever_header(String type, String disposition, String name) {
    String mail =
        "Content-Type: image/jpeg; %s%nContent-Disposition: %s%n%nx".formatted(type, disposition);

    assertThat(MimeEntity.mail(mail.getBytes(StandardCharsets.UTF_8)).kind().shownName())
        .isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"inline, =?utf-8?Q?inline?=", "attachment, =?utf-8?Q?attachment=3B_filename=3Da?="})
  void reads_a_disposition_that_is_encoded_as_if_it_were_words(String disposition, String header) {
    String mail = "Content-Disposition: %s%n%nx".formatted(header);

    assertThat(MimeEntity.mail(mail.getBytes(StandardCharsets.UTF_8)).kind().disposition())
        .isEqualTo(disposition);
  }

  @ParameterizedTest
  @CsvSource({"; name=a, image/jpeg", "image, image/jpeg", "application/x-y, application/x-y"})
  void takes_the_type_that_the_name_promises_where_none_can_be_read(String header, String type) {
    String mail =
        "Content-Type: %s%nContent-Disposition: attachment; filename=a.jpg%n%nx".formatted(header);

    assertThat(MimeEntity.mail(mail.getBytes(StandardCharsets.UTF_8)).kind().type())
        .isEqualTo(type);
  }
}
