package org.mailroom.intake.model;

import java.util.regex.Pattern;

/** What telephones and programs add below what a person writes. */
final class MobileMarks {
  private static final String DEVICE = "(?: [\\w®™.'’-]+){1,6}";
  private static final String SENT =
      "Sent (?:from|via|using|with) (?!(?:the (?!all)|our|his|her|their|this|that|here|there)\\b)"
          + "[\\w®™'’-]+(?: [\\w®™'’-]+){0,6}"
          + "|Enviado (?:do|desde|de|a partir do|via|pelo|mediante)"
          + DEVICE
          + "|Von (?:meinem|meiner)"
          + DEVICE
          + " gesendet|Gesendet (?:von|mit)"
          + DEVICE
          + "|Diese (?:Nachricht|E-?Mail) wurde (?:von|mit)"
          + DEVICE
          + "(?: mit"
          + DEVICE
          + ")? gesendet|Envoyé (?:de|depuis|à partir de)"
          + DEVICE
          + "|Inviato (?:da|dal)"
          + DEVICE
          + "|(?:Verzonden|Verstuurd) (?:vanaf|met|vanuit)"
          + DEVICE
          + "|(?:Skickat|Sänt) från"
          + DEVICE
          + "|Sendt fra"
          + DEVICE
          + "|Lähetetty [\\w-]*(?:iPhone|iPad|Android|Outlook|puhelime)[\\w-]*"
          + DEVICE.replace("{1,6}", "{0,4}")
          + "|Wysłan[eo] z"
          + DEVICE
          + "|Odesláno z(?:e)?"
          + DEVICE
          + "|Odoslané z(?:o)?"
          + DEVICE
          + "|Trimis (?:de pe|din)"
          + DEVICE
          + "|Отправлено (?:с|со|из|от|через)"
          + DEVICE
          + "|Надіслано з"
          + DEVICE
          + "|Poslano (?:s|sa|iz)"
          + DEVICE
          + "|Στάλθηκε από"
          + DEVICE
          + "|Enviat des de"
          + DEVICE
          + "|Đã gửi từ"
          + DEVICE
          + "|Dikirim dari"
          + DEVICE
          + "|[\\w'’ -]{2,30}[td][ea]n gönderildi"
          + "|(?:发自|發自|发送自|從|从).{1,30}|.{1,30}から送信|나의 .{1,20}에서 보냄|נשלח מה.{1,30}|مرسل من .{1,30}"
          + "|أُ?رسلت من .{1,30}";
  private static final String GET_OUTLOOK =
      "(?:Get|Obter(?: o)?|Obtener|Télécharger|Holen Sie sich|Hanki|Hämta|Hent|Download|Pobierz|Scarica"
          + "|Получите|获取|取得) Outlook (?:for|para|pour|für|för|til|voor|dla|per|для) \\w+"
          + "|Outlook (?:für|voor) \\w+ (?:beziehen|herunterladen|downloaden)|(?:获取|下载) ?Outlook.{0,20}"
          + "|Outlook for \\w+ ?(?:を入手|获取|다운로드)";
  private static final String EXCUSE =
      "(?:[,.;] ?(?:so )?(?:please |pls )?(?:excuse|forgive|pardon|sorry|ignore)\\b.{0,60})?";
  private static final Pattern MOBILE =
      QuoteMarks.pattern(
          "[(<\\[*_]{0,2}(?:"
              + SENT
              + "|"
              + GET_OUTLOOK
              + ")"
              + EXCUSE
              + "(?: ?<[^<>\\s]*>|https?://\\S*)?[.!]?[)>\\]*_]{0,2}");

  private MobileMarks() {}

  static boolean isMobile(String line) {
    return QuoteMarks.is(MOBILE, line);
  }
}
