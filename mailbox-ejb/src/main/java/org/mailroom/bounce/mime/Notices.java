package org.mailroom.bounce.mime;

import java.util.regex.Pattern;

/** By what a notice in plain words is told from mail of people. */
final class Notices {
  private static final Pattern SERVER =
      Pattern.compile(
          "(?i)mailer[-_. ]?(daemon|deamon)|post[-_]?master|mail[-_ ]?deliver|mdaemon@|\\bdaemon@"
              + "|microsoftexchange[0-9a-f]+@|mail(er)? (system|gateway|server)"
              + "|(delivery|notification) (subsystem|system|service|agent|status)"
              + "|non-?deliver|undeliver|bounces?@|mail ?marshal|interscan"
              + "|zustellung|mail-?system|correo devuelto|sistema de (correo|entrega|e-?mail)");

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?iu)^\\W*(undeliver|non-?deliver|returned (mail|message|to sender)|failure notice"
              + "|failed mail|mail"
              + " (delivery|system|could not|failure|error|status)|delivery"
              + " (fail|status|notif|error|problem|report|has|incomplete|unsuccess|attempt)|(message|e-?mail|mail)"
              + " (delivery|could not|not delivered|undeliver|returned|failed|status)|(could"
              + " not|unable to|cannot) (be )?deliver|ndn|ndr|bounce|warning: (could"
              + " not|message)|unzustellbar|nicht"
              + " zustellbar|unbestellbar|mail-?zustell|r[üu]ckl[äa]ufer|non recapitabil|mancat[oa]"
              + " (recapito|consegna)|no se (pudo|ha podido|puede) entregar|correo devuelto|error"
              + " (de|en la) entrega|n[aã]o (foi poss[íi]vel|p[ôo]de|entreg)|falha na"
              + " entrega|mensagem n[aã]o|non remis|[ée]chec (de|d'|lors)|courrier non|message non"
              + " (remis|d[ée]livr)|недоставлен|сообщение не|не удалось доставить|ошибка доставки"
              + "|メールエラー|配信(不能|エラー)|メッセージを配信できません|送信できません|エラーメール|退信|无法投递|系统退信"
              + "|邮件(发送|投递|传输)失败|메일 ?(발송|전송|배달) ?실패|반송 ?메일"
              + "|onbestelbaar|olevererbart|kan (inte|ej|ikke) lever|nedoru[čc]iteln|niedostarczaln"
              + "|teslim edilem|не уда[её]тся доставить)");

  // who writes such notices and other mail too
  private static final Pattern ROBOT =
      Pattern.compile(
          "(?i)(^|[<\\s])(no-?reply|do-?not-?reply|system|admin(istrator)?|root|nobody|mailadmin|notes"
              + "|ndr|dsn|mta|mailer|listserv|mail-?(server|relay|hub)"
              + "|(inet|mail|smtp|mx)-?(gw|gate|gateway)\\d*|mailscanner|imss|\\w*(virus|gateway|mail_service)\\w*)@"
              + "|(system|mail|message) (administrator|admin|attendant|router|service)"
              + "|(smtp|internet) (gateway|mail)|e-?mail (gateway|system|service|security)");

  private static final Pattern OPENING =
      Pattern.compile(
          "(?iu)created automatically by|delivery status notification|this is the qmail-send program|generated automatically"
              + " by|this is (the|an) (postfix program|mail system at|automatically"
              + " generated)|(permanent|fatal|delivery|transient non-fatal) (fatal |delivery"
              + " )?(errors|problems)|did(n't| not) reach (some or all of |any of )?(the|your|its)"
              + " (intended )?recipients?|delivery (has failed )?to (these|the following|one or"
              + " more|all) (of )?(its |your |the"
              + " )?(recipients?|groups|address|users)|(couldn't|could not|wasn't|was"
              + " not|can't|cannot|can not|unable to|not|n't|failed to) (able to |yet )?(be(en)?"
              + " )?(deliver|sent|reach|forward)|(was|were|is|be|been|are) (undeliver|postponed|automatically rejected|returned|not"
              + " delivered|bounced)|delivery (failed|failure|incomplete|error|problem|has"
              + " failed|has been delayed|to the following)|undeliver(ed|able)|mail failed|failed mail|returned"
              + " (mail|message|to sender)|failure (notice|reasons?)|non-?deliver|unknown user|user"
              + " unknown|mail(box)? (error|system error)|(following|these)"
              + " (recipient|address|user|destination|person|people)|message (could not|was not|has"
              + " not|not|bounced|delivery)|failed recipient|rejected recipient"
              + "|(invalid|malformed) (user|recipient|address)|no such (user|recipient)|error-for:|unzustellbar|nicht"
              + " (zugestellt|zustellbar|ausgeliefert)|no (se )?(pudo|ha podido|puede)|n[aã]o"
              + " (foi|p[ôo]de|pode) (poss[íi]vel )?(ser )?entreg|non (è stato|recapitat|remis)|n'a"
              + " (pas )?pu [êe]tre|не (может|удалось|было|доставлен)|送信(できません|に失敗)|配信(できません|不能)"
              + "|无法(投递|送达|发送)|退回|(发送|投递|传输)失败|(전송|발송|배달).{0,10}(실패|못|되지)"
              + "|niet (worden )?(bezorgd|afgeleverd)|kunde inte (levereras|skickas)"
              + "|kunne ikke (leveres|sendes)|nelze doru[čc]it|nie (został|mogła|może).{0,20}dostarcz"
              + "|teslim edile(medi|miyor)");

  private static final Pattern RECEIPT =
      Pattern.compile(
          "(?i)\\b(has|have|was|were|is)( been)? (successfully )?(delivered|relayed)"
              + "|successful(ly)? (mail )?deliver|delivery (has been|was|is) successful");

  // what others got wrong that wrote to this server
  private static final Pattern OF_OTHERS = Pattern.compile("(?i)\\bsmtp server: errors from\\b");

  private static final Pattern FAILURE =
      Pattern.compile(
          "(?i)\\b(not|no such|cannot|unable|undeliver\\w*|fail\\w*|reject\\w*|refus\\w*|return(ed|ing)"
              + "|bounced?|unknown|invalid|exceed\\w*|full|expired|delay\\w*)\\b|n't\\b");

  // Outlook.com hands the mail back as it is, without a feedback report
  private static final Pattern COMPLAINT =
      Pattern.compile("(?i)^\\s*complaint about message from [0-9a-f]{1,4}[.:][0-9a-fx.:]+\\s*$");

  /** What names the one who sent it; other notices name recipients in this way. */
  private static final Pattern SENDER =
      Pattern.compile(
          "(?i)^[ \\t>*#.-]{0,40}(?:(?:original|envelope|message)[- ])?(?:sender|from|reply-to"
              + "|return-path)[ \\t]*:[^:]*$");

  private Notices() {}

  /** Whether this is how a complaint without a feedback report is called. */
  static boolean isComplaint(String subject) {
    return COMPLAINT.matcher(subject).find();
  }

  /**
   * @param from name and address
   */
  static boolean isServer(String from) {
    return SERVER.matcher(from).find();
  }

  /** Whether a robot that is not called a mail server reports what it could not deliver. */
  static boolean isRobotsReport(String from, String subject) {
    return ROBOT.matcher(from).find() && isCalledReport(subject);
  }

  /**
   * Whether the address behind it is that of who sent the message.
   *
   * @param before its line, up to there
   */
  static boolean namesSender(String before) {
    return SENDER.matcher(before).find();
  }

  /** Whether this is how such notices are called; a forwarded one is called otherwise. */
  static boolean isCalledReport(String subject) {
    return SUBJECT.matcher(subject).find();
  }

  /** Whether it tells that the message arrived, and of no recipient that it did not reach. */
  static boolean isReceipt(String subject, String notice) {
    String all = subject + "\n" + notice.replace('\u2019', '\'');
    return RECEIPT.matcher(all).find() && !FAILURE.matcher(all).find();
  }

  /** Whether it tells its own postmaster of a session of others, and of no mail that it sent. */
  static boolean isOfOthers(String subject) {
    return OF_OTHERS.matcher(subject).find();
  }

  /** Whether this is how such a notice speaks. */
  static boolean speaks(String subject, String notice) {
    String all = (subject + "\n" + notice).replace('\u2019', '\'').replaceAll("\\s+", " ");
    return OPENING.matcher(all).find();
  }
}
