package org.mailroom.intake.model;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The lines by which mail programs of the world announce that they repeat an earlier mail. */
final class QuoteMarks {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String WROTE =
      "(?:wrote|writes|schrieb|escreveu|escribi[óou]|a écrit|ha scritto|schreef"
          + "|(?:het volgende )?geschreven|skrev|napisał(?:\\(a\\))?|pisze|nap[ií]sal(?:\\(a\\)|a)?"
          + "|kirjoitti|írta|yazdı|написала?|пишет|пише|έγραψε|a scris|je napisa[ol]a?|va escriure"
          + "|menulis|写道|寫道|書きました|작성|đã viết)";

  // with a date or time: "On Monday she wrote:" is somebody's own words, digits of an address none
  private static final String DATED =
      "(?=(?:[^<]|<[^<>]*>)*(?:[0-9]{4}|[0-9]{1,2}[-:./][0-9]{1,2}|[0-9]h[0-9]|[0-9]年))";
  private static final String ADDRESS = "<[^<>]*[^\\s<>]@[^\\s<>]+>";
  private static final String END = " ?(?:[:：]|-{3,})";
  private static final Pattern ATTRIBUTION =
      pattern(
          "[- ]{0,12}"
              + DATED
              + "(?:On|At|Am|Em|No dia|[AO]|El|Le|Il(?: giorno)?|In data|Op|Den|På|W dniu|Dnia|Dne|Dňa"
              + "|În|La|Στις|Pada|Vào|В|У|在|于|於)[ 0-9].+(?:\\b|[ )>])"
              + WROTE
              + "(?:.{0,150}[:：]| ?-{3,})");
  private static final Pattern NAMED =
      pattern(
          // the end of an address is that of a wrapped line
          "(?![^\\s<>]*>)"
              + DATED
              + "(?:.*[^\\s<>]@[^\\s<>]+>?.{0,60}"
              + WROTE
              + ".{0,60}[:：]|.{4,80} "
              + WROTE
              + " .{0,80}"
              + ADDRESS
              + ".{0,3}[:：])");
  private static final Pattern NAMED_THEN_DATED =
      pattern(
          "\\S+(?: \\S+){0,4} " + WROTE + " (?=.*[0-9]{4}).{4,40}[0-9]{1,2}[:.][0-9]{2}.{0,6}[:：]");
  // in whatever language: day, year and time, and whose address it is
  private static final Pattern STAMPED =
      pattern(
          "(?=(?:[^0-9]{0,3}|[^0-9\\p{IsLatin}]{0,30})[0-9])(?=.*(?:19|20)[0-9]{2}(?![0-9]))"
              + "(?=.*[0-9][:.][0-9]{2}(?![0-9])).{1,150}"
              + ADDRESS
              + ".{0,20}[:：]");
  private static final Pattern NAMED_ONLY =
      pattern("\\S+(?: \\S+){0,3} " + ADDRESS + " " + WROTE + END);
  private static final Pattern BEFORE_QUOTE =
      pattern(
          "(?!<|[^\\s<>]*>|"
              + WROTE
              + "\\b)(?:.*\\b"
              + WROTE
              + "\\b.{0,80}|Quoting .+|Zitat von .+|.*\\d{4}.*<[^\\s<>]+@[^\\s<>]+>\\s*[:：]?"
              // in whatever language: a time, somebody's address, and a colon
              + "|(?=.*[0-9]{2}).*"
              + ADDRESS
              + ".{0,60}[:：])");
  private static final Pattern ORIGINAL =
      pattern(
          "[-_=*‐–—]{2,} ?(?:Original (?:Message|Appointment)|Reply message|Ursprüngliche"
              + " (?:Nachricht|E-?Mail)|Original[- ]?nachricht|Antwort ?nachricht|Mensagem original|Mensaje"
              + " original|Missatge original|Message (?:d['’]origine|original)|Messaggio originale"
              + "|Oorspronkelijk bericht|Original ?meddelande|Ursprungligt meddelande|Oprindelig"
              + " (?:meddelelse|besked)|Opprinnelig (?:melding|beskjed)|Alkuperäinen viesti|Oryginalna"
              + " wiadomość|(?:Wiadomość|Treść) oryginalna|P[uů]vodn[ií] (?:zpráva|e-?mail)|Pôvodná správa"
              + "|Eredeti üzenet|(?:Özgün|Orijinal) (?:İleti|Mesaj)|Mesaj(?:ul)? original|Izvorna poruka"
              + "|Исходное сообщение|Оригинальное сообщение|Початкове повідомлення|Αρχικό μήνυμα"
              + "|原始邮件|原始郵件|原始信息|元のメッセージ|원본 ?(?:메일|메시지|이메일)|הודעה מקורית"
              + "|الرسالة الأصلية|Tin nhắn gốc|Pesan asli)(?: [^-]{1,80})? ?[-_=*‐–—]{2,}");
  private static final String SOME_WORDS = "[^-#_=*]{0,40}";
  private static final String DRAWN = "[-#_=*~–—]{1,12}";
  private static final Pattern REPLY_ABOVE =
      pattern(
          DRAWN
              + SOME_WORDS
              + "\\b(?:reply\\b|antwo(?:rt|ord)\\w*|respo(?:sta|nd)\\w*|respuesta\\b|répon\\w*|rispo\\w*)"
              + SOME_WORDS
              + "\\b(?:above this line|(?:über|oberhalb) dieser Zeile|acima d[ae]sta linha"
              + "|(?:por )?encima de esta línea|au-dessus de cette ligne"
              + "|sopra (?:di )?questa (?:riga|linea)|boven deze (?:regel|lijn))\\b"
              + SOME_WORDS
              + DRAWN);
  private static final Pattern FORWARDED =
      pattern(
          "[-_=*]{2,} ?(?:Forwarded|Weitergeleitete|Mensagem encaminhada|Mensaje reenviado"
              + "|Message transféré|Messaggio inoltrato|Doorgestuurd|Videresendt|Vidarebefordra"
              + "|Välitetty|Edelleenlähetetty|Przekazana|Przesłana|Přeposlan|Preposlan|Továbbított"
              + "|İletilen|Yönlendirilen|Mesaj (?:redirecționat|înaintat)|Proslijeđen|Пересылаемое"
              + "|Пересланное|Переслане|Προωθημένο|转发|已转发|轉寄|転送|전달|הודעה שהועברה|رسالة معاد"
              + "|Thư chuyển tiếp|Pesan terusan).*"
              + "|(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)"
              + "|Início da mensagem (?:encaminhada|reenviada)|Inicio del mensaje reenviado"
              + "|Début du message (?:transféré|réexpédié)|Inizio messaggio inoltrato|Begin doorgestuurd"
              + " bericht|Vidarebefordrat brev|Videresendt besked|Начало переадресованного сообщения"
              + "|下面是被转发的邮件|転送されたメッセージ) ?[:：]");
  private static final Pattern SIGNATURE = pattern("--");
  private static final Pattern LIST_RULE = pattern("_{10,}");
  private static final Pattern RULE = pattern("[-_=*]{3,}(?: ?[^-_=* ][^-_=*]{0,60}[-_=*]{4,})?");
  private static final Pattern END_OF_WORDS =
      pattern(
          "[^- ](?= ?-{2,} ?[^- ])|[.!?](?= +\\p{Lu})"
              + "|[^- ](?= (?-i:On) [^@<]{0,40}[0-9].{0,200}@)");
  private static final int MAX_ATTRIBUTION = 400;

  private QuoteMarks() {}

  static Pattern pattern(String regex) {
    return Pattern.compile(regex, FLAGS);
  }

  /** Says who wrote what follows, and when. */
  static boolean isAttribution(String line) {
    return announces(line)
        && (ATTRIBUTION.matcher(line).matches()
            || NAMED.matcher(line).matches()
            || NAMED_THEN_DATED.matcher(line).matches()
            || STAMPED.matcher(line).matches());
  }

  /** In two where own words stand before what says so, as a program that drops lines leaves it. */
  static Stream<String> parted(String line) {
    return Stream.of(line)
        .filter(it -> announces(it.strip()) && !it.startsWith(">"))
        .flatMap(it -> END_OF_WORDS.matcher(it).results().map(MatchResult::end))
        .filter(at -> ATTRIBUTION.matcher(line.substring(at).strip()).matches())
        .findFirst()
        .map(at -> Stream.of(line.substring(0, at), line.substring(at)))
        .orElseGet(() -> Stream.of(line));
  }

  /** Whether a line ends as those do, which is soon seen. */
  private static boolean announces(String line) {
    return line.length() <= MAX_ATTRIBUTION
        && !line.isEmpty()
        && ":：-".indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  /** Says who wrote what follows, but not when. */
  static boolean isNameOnly(String line) {
    return is(NAMED_ONLY, line);
  }

  /** Says who wrote what follows, if what follows is a quote. */
  static boolean isBeforeQuote(String line) {
    return line.length() <= MAX_ATTRIBUTION && BEFORE_QUOTE.matcher(line).matches();
  }

  static boolean isOriginal(String line) {
    return is(ORIGINAL, line) || is(REPLY_ABOVE, line);
  }

  /** What a person passes on is news, unlike what a program repeats. */
  static boolean isForwarded(String line) {
    return is(FORWARDED, line);
  }

  static boolean isSignature(String line) {
    return is(SIGNATURE, line);
  }

  /** Below it a mailing list speaks of itself, if it is none that somebody drew. */
  static boolean isListRule(String line) {
    return is(LIST_RULE, line);
  }

  static boolean isRule(String line) {
    return is(RULE, line);
  }

  static boolean is(Pattern pattern, String line) {
    return line.length() <= MAX_ATTRIBUTION && pattern.matcher(line).matches();
  }
}
