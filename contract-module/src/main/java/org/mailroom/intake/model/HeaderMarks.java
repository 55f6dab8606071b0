package org.mailroom.intake.model;

import java.util.regex.Pattern;

/** The lines of a header that mail programs of the world write above a mail they repeat. */
final class HeaderMarks {
  private static final String BOLD = "[*_]{0,2}";
  private static final String COLON = "[*_]{0,2} ?[:：]";

  private static final Pattern SENDER =
      labelled(
          "From|Von|De(?: la)?|Da|Van|Från|Fra|Od|От|Lähettäjä|Feladó|Kimden|Gönderen|Από|Від"
              + "|发件人|寄件者|寄件人|差出人|送信者|보낸 ?사람|من|מאת|Từ|Dari|Expéditeur|Saatja|Siuntėjas|Šalje");
  private static final Pattern SENT =
      labelled(
          "Sent|Gesendet(?: am)?|Enviad[ao](?: em| el)?|Envoyé(?: le)?|Inviato|Verzonden|Skickat"
              + "|Sendt|Отправлено|Дата отправки|Надіслано|Lähetetty|Wysłano|Wysłane|Odesláno|Odoslané"
              + "|Elküldve|Gönderildi|Gönderme Tarihi|Trimis|Στάλθηκε|Poslano|Изпратено|发送时间|寄件日期"
              + "|傳送時間|送信日時|보낸 ?날짜|تاريخ الإرسال|تم الإرسال|נשלח|Đã gửi|Dikirim");
  private static final Pattern DATE =
      labelled(
          "Date|Datum|Data|Dato|Fecha|Дата|Päivämäärä|Päiväys|Dátum|Tarih|Ημερομηνία|日期|日付|日時|날짜|التاريخ|תאריך|Ngày|Tanggal");
  private static final Pattern RECEIVER =
      labelled(
          "To|An|Para|[ÀAΠ]|Aan|Till|Til|Do|Кому|До|Vastaanottaja|Címzett|Kime|Alıcı|Către|Komu|Προς"
              + "|收件人|收件者|宛先|받는 ?사람|إلى|אל|Đến|Tới|Kepada|Destinataire");
  private static final Pattern SUBJECT =
      labelled(
          "Subject|Betreff|Assunto|Asunto|Objet|Oggetto|Onderwerp|Ämne|Emne|Тема|Aihe|Temat|Předmět"
              + "|Predmet|Tárgy|Konu|Subiect|Θέμα|主题|主旨|件名|제목|الموضوع|נושא|Chủ đề|Subjek|Perihal");
  private static final Pattern ALL_IN_ONE =
      QuoteMarks.pattern("Date ?: .+ From ?: .+ To ?: .+ Subject ?: .*");
  private static final Pattern DAY_AND_TIME =
      QuoteMarks.pattern(".*\\b\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{2,4}\\b.*\\b\\d{1,2}:\\d{2}.*");

  private HeaderMarks() {}

  private static Pattern labelled(String words) {
    return QuoteMarks.pattern(BOLD + "(?:" + words + ")" + COLON + ".*");
  }

  static boolean isSender(String line) {
    return QuoteMarks.is(SENDER, line);
  }

  /** When a mail was sent, called so that it cannot be the day of anything else. */
  static boolean isSent(String line) {
    return QuoteMarks.is(SENT, line);
  }

  /** When it was sent, or the day of anything. */
  static boolean isDate(String line) {
    return isSent(line) || QuoteMarks.is(DATE, line);
  }

  static boolean isReceiver(String line) {
    return QuoteMarks.is(RECEIVER, line);
  }

  static boolean isSubject(String line) {
    return QuoteMarks.is(SUBJECT, line);
  }

  /** All that on a single line. */
  static boolean isAllInOne(String line) {
    return QuoteMarks.is(ALL_IN_ONE, line);
  }

  /** As Lotus Notes writes it above the receiver. */
  static boolean isDayAndTime(String line) {
    return QuoteMarks.is(DAY_AND_TIME, line);
  }
}
