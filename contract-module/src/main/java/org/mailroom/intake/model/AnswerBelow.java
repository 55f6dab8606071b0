package org.mailroom.intake.model;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells by the words above a repeated mail that the answer stands within or below it. */
final class AnswerBelow {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern PROMISE =
      Pattern.compile(
          "\\b(?:(?:see|find|read|answer|answers|answered|reply|replies|replied|comments?|commented"
              + "|respon[ds]\\w*|remarks?|notes?)\\b[^.!?]{0,60}\\b(?:below|in-?line|underneath|beneath"
              + "|in (?:red|blue|green|bold|capitals|colou?r))"
              + "|(?:respond\\w*|respost\\w*|coment\\w*|ve[jr]\\w*|segue\\w*)\\b[^.!?]{0,60}\\b(?:abaixo"
              + "|em (?:vermelho|azul|verde|negrito)|no (?:corpo|texto))"
              + "|(?:respond\\w*|respuest\\w*|coment\\w*|v[eé]a\\w*)\\b[^.!?]{0,60}\\b(?:abajo|debajo"
              + "|en (?:rojo|azul|verde|negrita)|entre l[ií]neas)"
              + "|(?:antwort\\w*|anmerkung\\w*|kommentar\\w*|siehe|steh\\w*)\\b[^.!?]{0,60}\\b(?:unten|darunter"
              + "|inline|in (?:rot|blau|grün)|im text)"
              + "|(?:r[ée]pon\\w*|commentaire\\w*|voir|voyez)\\b[^.!?]{0,60}\\b(?:ci-dessous"
              + "|en (?:rouge|bleu|vert|gras)|dans le texte)"
              + "|(?:rispo\\w*|comment\\w*|ved\\w*)\\b[^.!?]{0,60}\\b(?:sotto"
              + "|in (?:rosso|blu|verde|grassetto)|nel testo))\\b",
          FLAGS);
  private static final Pattern NOTHING_SAID =
      Pattern.compile(
          "(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|olá|oi|bom dia"
              + "|boa (?:tarde|noite)|prezad[oa]s?|car[oa]s?|hola|buenos días|buenas (?:tardes|noches)"
              + "|estimad[oa]s?|hallo|moin|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[r]?"
              + "|bonjour|bonsoir|chère?|ciao|buongiorno|salve|gentile)\\b(?: \\S{1,30}){0,4}[,.!:]?"
              + "|[\\[*(]{0,3}(?:external|extern|externo|caution|warning|attention)\\b.{0,400}"
              + "|[-_=*]{3,}",
          FLAGS);
  private static final int MAX_WORDS = 2_000;

  private AnswerBelow() {}

  /**
   * @param above the lines above the mail that is repeated
   */
  static boolean isPromised(List<String> above) {
    return above.stream()
            .map(String::strip)
            .filter(Predicate.not(String::isEmpty))
            .allMatch(line -> NOTHING_SAID.matcher(line).matches())
        || PROMISE.matcher(beginning(String.join(" ", above))).find();
  }

  private static String beginning(String words) {
    return words.substring(0, Math.min(MAX_WORDS, words.length()));
  }
}
