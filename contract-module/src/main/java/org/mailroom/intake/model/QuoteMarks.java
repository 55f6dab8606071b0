package org.mailroom.intake.model;

import java.util.regex.Pattern;

/** The lines by which mail programs of the world announce that they repeat an earlier mail. */
final class QuoteMarks {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String WROTE =
      "(?:wrote|writes|schrieb|escreveu|escribi[óo]|a écrit|ha scritto|schreef|skrev"
          + "|napisał(?:\\(a\\))?|pisze|napsal(?:\\(a\\))?|kirjoitti|írta|yazdı|написала?|пишет"
          + "|写道|書きました|작성|đã viết)";

  // with a date or time: "On Monday she wrote:" is somebody's own words
  private static final String DATED =
      "(?=.*(?:[0-9]{4}|[0-9]{1,2}[-:./][0-9]{1,2}|[0-9]h[0-9]|[0-9]年))";
  private static final Pattern ATTRIBUTION =
      pattern(
          DATED
              + "(?:On|At|Am|Em|No dia|[AO]|El|Le|Il(?: giorno)?|Op|Den|W dniu|Dne|В|在|于)"
              + "[ 0-9].+(?:\\b|[ )])"
              + WROTE
              + ".{0,150}[:：]");
  private static final Pattern NAMED =
      pattern(DATED + ".*[^\\s<>]@[^\\s<>]+>?.{0,60}" + WROTE + ".{0,60}[:：]");
  private static final Pattern BEFORE_QUOTE =
      pattern(
          "(?:.*\\b"
              + WROTE
              + "\\b.{0,80}|Quoting .+|Zitat von .+|.*\\d{4}.*<[^\\s<>]+@[^\\s<>]+>)\\s*[:：]?");
  private static final Pattern ORIGINAL =
      pattern(
          "[-_=*]{2,} ?(?:Original (?:Message|Appointment)|Reply message|Ursprüngliche"
              + " Nachricht|Originalnachricht|Mensagem original|Mensaje original|Message"
              + " (?:d['’]origine|original)|Messaggio originale|Oorspronkelijk bericht|Original"
              + " ?meddelande|Oprindelig meddelelse|Пересылаемое сообщение|Исходное"
              + " сообщение|原始邮件|原始郵件)(?: [^-]{1,80})? ?[-_=*]{2,}");
  private static final Pattern FORWARDED =
      pattern(
          "[-_]{2,} ?(?:Forwarded|Weitergeleitete|Mensagem encaminhada|Mensaje reenviado"
              + "|Message transféré|Messaggio inoltrato|Doorgestuurd).*"
              + "|(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)"
              + "|Início da mensagem encaminhada|Inicio del mensaje reenviado"
              + "|Début du message (?:transféré|réexpédié)) ?:");
  private static final Pattern SENDER =
      pattern("[*_]{0,2}(?:From|Von|De|Da|Van|Från|Fra|Od|От|发件人|差出人) ?[:：].*");
  private static final Pattern DATE =
      pattern(
          "[*_]{0,2}(?:Sent|Date|Gesendet|Datum|Enviad[ao](?: em| el)?|Data|Fecha|Envoyé(?: le)?"
              + "|Inviato|Verzonden|Skickat|Sendt|Отправлено|Дата|发送时间|日時) ?[:：].*");
  private static final Pattern RECEIVER =
      pattern("[*_]{0,2}(?:To|An|Para|À|Aan|Till|Til|Do|Кому) ?:.*");
  private static final Pattern SUBJECT =
      pattern("[*_]{0,2}(?:Subject|Betreff|Assunto|Asunto|Objet|Oggetto|Onderwerp|Тема) ?:.*");
  private static final Pattern DAY_AND_TIME =
      pattern(".*\\b\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{2,4}\\b.*\\b\\d{1,2}:\\d{2}.*");
  private static final Pattern MOBILE =
      pattern(
          "(?:Sent (?:from|via|using|with) (?:my )?[\\w®™'’-]+(?: [\\w®™'’-]+){0,5}|Enviado"
              + " (?:do|desde|de|a partir do|via|pelo|mediante)(?: [\\w®™-]+){1,5}|Von"
              + " (?:meinem|meiner)(?: [\\w®™-]+){1,4} gesendet|Gesendet (?:von|mit)(?:"
              + " [\\w®™-]+){1,6}|Envoyé (?:de|depuis|à partir de)(?: [\\w®™-]+){1,5}|Inviato"
              + " (?:da|dal)(?: [\\w®™-]+){1,4}|Verzonden vanaf(?: [\\w®™-]+){1,4}|(?:Get|Obter(?:"
              + " o)?|Obtener|Télécharger|Holen Sie sich) Outlook (?:for|para|pour|für)"
              + " \\w+|Outlook für \\w+ (?:beziehen|herunterladen))(?: ?<[^<>\\s]*>)?[.!]?");
  private static final Pattern SIGNATURE = pattern("--|_{10,}");
  private static final Pattern RULE = pattern("[-_=*]{4,}");
  private static final int MAX_ATTRIBUTION = 400;

  private QuoteMarks() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, FLAGS);
  }

  /** Says who wrote what follows, and when. */
  static boolean isAttribution(String line) {
    return line.length() <= MAX_ATTRIBUTION
        && (ATTRIBUTION.matcher(line).matches() || NAMED.matcher(line).matches());
  }

  /** Says who wrote what follows, if what follows is a quote. */
  static boolean isBeforeQuote(String line) {
    return line.length() <= MAX_ATTRIBUTION && BEFORE_QUOTE.matcher(line).matches();
  }

  static boolean isOriginal(String line) {
    return is(ORIGINAL, line);
  }

  /** What a person passes on is news, unlike what a program repeats. */
  static boolean isForwarded(String line) {
    return is(FORWARDED, line);
  }

  static boolean isSender(String line) {
    return is(SENDER, line);
  }

  static boolean isDate(String line) {
    return is(DATE, line);
  }

  static boolean isReceiver(String line) {
    return is(RECEIVER, line);
  }

  static boolean isSubject(String line) {
    return is(SUBJECT, line);
  }

  /** As Lotus Notes writes it above the receiver. */
  static boolean isDayAndTime(String line) {
    return is(DAY_AND_TIME, line);
  }

  /** What telephones and programs add below. */
  static boolean isMobile(String line) {
    return is(MOBILE, line);
  }

  static boolean isSignature(String line) {
    return is(SIGNATURE, line);
  }

  static boolean isRule(String line) {
    return is(RULE, line);
  }

  private static boolean is(Pattern pattern, String line) {
    return line.length() <= MAX_ATTRIBUTION && pattern.matcher(line).matches();
  }
}
