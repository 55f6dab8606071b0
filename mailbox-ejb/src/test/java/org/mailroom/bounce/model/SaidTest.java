package org.mailroom.bounce.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.bounce.BounceKind;
import org.mailroom.environment.ProcessorTime;
import org.mailroom.outbox.BounceReason;

class SaidTest {
  static List<Arguments> answers() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                SaidTest.class.getResourceAsStream("answers.txt"), StandardCharsets.UTF_8))) {
      return in.lines()
          .map(line -> Stream.of(line.split("\\|", 3)).map(String::strip).toArray())
          .map(Arguments::of)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void the_words_and_codes_of_a_server_tell_the_reason(
      BounceReason reason, String status, String words) {
    assertThat(Said.of(status, words, "").reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "5.1.1, no such user, HARD",
    "'', 550 no such user, HARD",
    "'', no such user, HARD",
    "4.1.1, no such user, SOFT",
    "5.2.2, mailbox full, SOFT",
    "5.7.1, it is spam, SOFT",
    "5.0.0, 550 no, HARD",
    "'', no, SOFT",
    "4.4.7, too late, SOFT"
  })
  void only_what_later_mail_would_meet_too_is_hard(String status, String words, BounceKind kind) {
    assertThat(Said.of(status, words, "").kind(false, false)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"no, HARD", "no such user, HARD", "450 no, SOFT", "mailbox full, SOFT"})
  void what_is_called_permanent_without_a_reason_is_hard(String words, BounceKind kind) {
    assertThat(Said.of(words, "").kind(false, true)).isEqualTo(kind);
  }

  @Test
  void what_is_still_tried_is_delayed() {
    assertThat(Said.of("5.1.1", "no such user", "").kind(true, true)).isEqualTo(BounceKind.DELAYED);
  }

  @Test
  void the_rest_of_the_notice_is_asked_last() {
    assertThat(Said.of("5.0.0", "550 no", "The mailbox is full.").reason())
        .isEqualTo(BounceReason.MAILBOX_FULL);
    assertThat(Said.of("5.1.1", "", "The mailbox is full.").reason())
        .isEqualTo(BounceReason.USER_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user ",
        "a",
        "mailbox is is is ",
        "5.1.1 ",
        "not ",
        "message size ",
        "domain a ",
        "550-",
        "recipient recipient ",
        "unable to deliver ",
        "too ",
        "(",
        "account account's ",
        "1 hours "
      })
  void words_made_to_take_long_do_not(String piece) throws Exception {
    String hostile = piece.repeat(1_000_000 / piece.length());

    ProcessorTime.assertWithin(
        Duration.ofSeconds(5), () -> Said.of(hostile, hostile, hostile).reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error after MAIL FROM:<desk@xpto.example>: 550 No such domain",
        "550 User unknown (in reply to MAIL FROM command)",
        ">>> MAIL FROM:<desk@xpto.example>\n<<< 550 mailbox disabled",
        "550 no (in reply to MAIL FROM command)",
        "SMTP error from remote mail server after pipelined MAIL FROM:<desk@xpto.example>: 550 no"
      })
  void who_is_refused_before_anybody_is_named_is_the_sender(String words) {
    assertSoft(words, BounceReason.SENDER_REJECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SMTP error from remote mail server after initial connection: 550 no",
        "SMTP error from remote mail server after EHLO relay.example: 550 Rejected",
        "host mx.client.example refused to talk to me: 550 no",
        "550 no such user here (in reply to HELO command)"
      })
  void who_is_refused_at_the_door_is_the_server_that_sends(String words) {
    assertSoft(words, BounceReason.BLOCKED);
  }

  private static void assertSoft(String words, BounceReason reason) {
    Said said = Said.of(words, "");

    assertThat(said.reason()).isEqualTo(reason);
    assertThat(said.kind(false, false)).isEqualTo(BounceKind.SOFT);
  }

  @Test
  void what_follows_a_sender_that_was_taken_is_about_the_recipient() {
    String session =
        ">>> MAIL FROM:<desk@xpto.example>\n<<< 250 ok\n>>> RCPT TO:<a@b.example>\n<<< 550 no user";

    assertThat(Said.of(session, "").reason()).isEqualTo(BounceReason.USER_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 Rejected as spam. | SPAM",
        "554 Message filtered, see our pages | SPAM",
        "550 BATV check of the recipient failed | SENDER_REJECTED",
        "550 Sender is a spammer | SENDER_REJECTED",
        "501 Expéditeur invalide | SENDER_REJECTED",
        "550 Posting by non-members to this list is refused | FILTERED",
        "550 ana is not subscribed to this list | FILTERED",
        "552 ana doesn't have enough space | MAILBOX_FULL",
        "450 Not accepting mail from your server | BLOCKED",
        "550 Please use the SMTP server of your provider | BLOCKED",
        "550 Refused because of organisational settings | POLICY",
        "550 Recipient is not local | USER_UNKNOWN",
        "451 DNS lookup failure: b.example; try again | NETWORK",
        "451 Malformed name server reply for b.example | NETWORK",
        "554 You have reached your daily relay quota | RATE_LIMITED",
        "all hosts have been failing for a long time | EXPIRED",
        "it was not reachable within the allowed queue period | EXPIRED",
        "550 5.1.6 recipient no longer on server: ana@b.example | USER_UNKNOWN",
        "554 Rcpt <ana@b.example> does not exist | USER_UNKNOWN",
        "553 sorry, ana is in my badrcptto list | USER_UNKNOWN",
        "550 no ana.prado in Name Directory | USER_UNKNOWN",
        "550 Nessun utente con questo nome | USER_UNKNOWN",
        "The recipient is only accepting mail from certain addresses | FILTERED",
        "550 This account is protected by a guest list | FILTERED",
        "554 5.7.0 Reject, id=01234-05 | SPAM",
        "550 5.7.1 Message content rejected, UBE, id=01234-05 | SPAM",
        "Unrouteable address | HOST_UNKNOWN",
        "553 5.1.8 the recipient domain must exist | HOST_UNKNOWN",
        "procmail: could not write | MAILER",
        "550 the MX records of b.example violate section 3 | SENDER_REJECTED",
        "550 la boite du destinataire est archivee | SUSPENDED",
        "554 This mail was rejected due to our site's security policies | POLICY",
        "550 Sender IP address rejected: 192.0.2.7 | BLOCKED",
        "550 Refused - see https://b.example/why | BLOCKED",
        "554 Server access by 192.0.2.7 forbidden | BLOCKED",
        "421 Veuillez essayer plus tard. B_103 | BLOCKED",
        "550 Access denied, 5.7.1 (in reply to MAIL FROM command) | SENDER_REJECTED",
        "553 BadSenderName: ana | SENDER_REJECTED",
        "550 ana has an outgoing mail suspension | SENDER_REJECTED",
        "550 could not find the purported responsible address | AUTHENTICATION",
        "530 Authentification requise | SECURITY",
        "553 you do not authenticate, or the domain is not on my list | SECURITY",
        "450 Client host rejected: try again slower | RATE_LIMITED",
        "421 Trop de connexions depuis 192.0.2.7 | RATE_LIMITED",
        "550 Refused by a Recurrent Pattern Detection | SPAM",
        "550 ana: user refuses this mail | FILTERED",
        "554 Refused due to user rules | FILTERED",
        "550 this recipient suspends the service | SUSPENDED",
        "550 <ana@b.example> not found | USER_UNKNOWN",
        "550 there is no mail box for ana | USER_UNKNOWN",
        "554 The message has invalid MIME headers | NOT_STANDARD",
        "554 improperly-formatted content | CONTENT",
        "554 a loop was found among the mail exchangers | NETWORK",
        "the mail met an error while being processed | SYSTEM",
        "Failed to deliver to b.example after 9 tries | EXPIRED",
        "550 b.example may not use this host, it is not allowed as a relay | RELAYING_DENIED",
        "550 ana@b.example does not exist. | USER_UNKNOWN",
        "550 This subscriber does not exist | USER_UNKNOWN",
        "553 Your envelope recipient was denied (#5.7.1) | USER_UNKNOWN",
        "553 The mailbox is not allowed | USER_UNKNOWN",
        "550 5.1.0 <ana@b.example> recipient rejected | USER_UNKNOWN",
        "550 The mail system is full | SYSTEM_FULL",
        "554 Denied [BounceDeny] | SENDER_REJECTED",
        "550 Envelope blocked - user entry | SENDER_REJECTED",
        "550 5.1.7 No such domain: xpto.example | SENDER_REJECTED",
        "553 Your sender is in my badmailfrom list | SENDER_REJECTED",
        "550 Sender envelope domain not allowed from here (#5.1.8) | SENDER_REJECTED",
        "451 Deferred: unresolvable RFC.5321 From domain | SENDER_REJECTED",
        "550 An IP address is not allowed as a From | SENDER_REJECTED",
        "550 SPF sender invalid - envelope rejected | AUTHENTICATION",
        "550 Unresolvable relay host | NO_REVERSE_DNS",
        "550 The forward DNS entry does not point to you | NO_REVERSE_DNS",
        "554 Server access forbidden: invalid rDNS record of 192.0.2.7 | NO_REVERSE_DNS",
        "554 Connection refused: 192.0.2.7 is listed by an exploit list | BLOCKED",
        "554 Connection refused: poor reputation of 192.0.2.7 | REPUTATION",
        "421 Connection refused: too many sessions | RATE_LIMITED",
        "554 192.0.2.7 was found on several RBLs | BLOCKED",
        "554 192.0.2.7 blocked | BLOCKED",
        "554 ESMTP not accepting connections | BLOCKED",
        "553 All messages will be permanently deferred | BLOCKED",
        "421 Your IP is not in whitelist | BLOCKED",
        "550 Sender frequency limited | RATE_LIMITED",
        "421 Max messages per connection reached | RATE_LIMITED",
        "550 Blacklisted URL in the text | SPAM",
        "550 Ana is currently suspended | SUSPENDED",
        "554 dd ana@b.example is no longer valid. | SUSPENDED",
        "550 Invalid credentials for relay 192.0.2.7 | RELAYING_DENIED",
        "553 You use me [mx.b.example] as a relay, but I am none | RELAYING_DENIED",
        "535 Incorrect authentication data | SECURITY",
        "550 Sender verification failure | SENDER_REJECTED",
        "552 5.1.1 Delivery restricted by policy | POLICY",
        "553 This route requires strong ciphers | ENCRYPTION",
        "5.7.322 certificate-expired: that of the other server | ENCRYPTION",
        "550 It is a potentially executable attachment | CONTENT",
        "500 Line limit exceeded | MESSAGE_TOO_BIG",
        "550 Taille maximale du message atteinte | MESSAGE_TOO_BIG",
        "550 b.example is a dead domain | HOST_UNKNOWN",
        "no valid MX hosts found | HOST_UNKNOWN",
        "Name server: .: host not found | NOT_ACCEPTING",
        "421 4.7.0 Connection expired | EXPIRED",
        "The account storage limit is reached | MAILBOX_FULL",
        "554 No data before greeting | SYNTAX",
        "550 5.7.1 Refused RCP-P3 | FILTERED",
        "550 bounced address | SUPPRESSED",
        "550 <ana@b.example> recipient rejected | USER_UNKNOWN",
        "550 Recipient rejected: there is no account of that name | USER_UNKNOWN",
        "550 The recipient rejected your message | FILTERED",
        "550 BAD_RECIPIENT, see our pages | USER_UNKNOWN",
        "550 5.1.1 Bad destination mailbox address | USER_UNKNOWN",
        "550 5.1.2 Bad destination system address | HOST_UNKNOWN",
        "550 5.2.1 Mailbox disabled, not accepting messages | SUSPENDED",
        "550 Rcpt (ana@b.example) didn't exist here | USER_UNKNOWN",
        "The address couldn't be found | USER_UNKNOWN",
        "It could not be delivered to mobile 5550100 | USER_UNKNOWN",
        "550 5.1.4 Recipient addresses in single label domains are not accepted | USER_UNKNOWN",
        "ana n'est pas répertorié dans l'annuaire Domino | USER_UNKNOWN",
        "Several matches found in Domino Directory | SYSTEM",
        "Cannot route mail to user (ana) | FILTERED",
        "550 The address has been replaced by ana@c.example | MOVED",
        "554 This server does not accept mail from you | SENDER_REJECTED",
        "550 b.example does not accept email over IPv6 | BLOCKED",
        "They are not accepting mail from desk@xpto.example | FILTERED",
        "They are not accepting mail with attachments | FILTERED",
        "550 The recipient's mailbox is not accepting any mail | FILTERED",
        "550 The sender isn't on her list of senders | FILTERED",
        "550 sender address has been blacklisted | SENDER_REJECTED",
        "550 Sorry, your email address has been blacklisted | SENDER_REJECTED",
        "550 5.7.703 tenant has exceeded threshold | RATE_LIMITED",
        "550 5.1.8 access denied, bad outbound sender | SENDER_REJECTED",
        "550 Daily sending quota exceeded | RATE_LIMITED",
        "550 5.2.121 the recipient's per hour message receive limit is exceeded | RATE_LIMITED",
        "421 exceeds the connection limit of b.example | RATE_LIMITED",
        "550 AUP#I-1580 too fast | RATE_LIMITED",
        "554 AUP#I-1000 no | BLOCKED",
        "421 AUP#In-1130 no | NO_REVERSE_DNS",
        "554 access denied. IP name lookup failed | NO_REVERSE_DNS",
        "554 The message failed several antispam checks, get reverse DNS | SPAM",
        "554 content filter rejection | SPAM",
        "554 5.7.0 Reject, id=01234-05 - INFECTED: Eicar | VIRUS",
        "554 5.7.0 Reject, id=01234-05 - BANNED: .exe | CONTENT",
        "554 5.7.0 Reject, id=01234-05 - BAD_HEADER | NOT_STANDARD",
        "550 5.7.515 b.example doesn't meet the required authentication level | AUTHENTICATION",
        "450 User ana temporary locked | SUSPENDED",
        "550 <ana@b.example> has been suspended | SUSPENDED",
        "550 Mailaddress is administratively disabled | SUSPENDED",
        "550 We don't handle mail for b.example | RELAYING_DENIED",
        "554 You may not use me as a relay | RELAYING_DENIED",
        "530 Application-specific password required | SECURITY",
        "550 5.7.5 Cryptographic failure | ENCRYPTION",
        "Host or domain name not found. Name service error: Host not found, try again | NETWORK",
        "Deferred: Name server: host name lookup failure | NETWORK",
        "DNS lookup failed. | NETWORK",
        "DNS lookup failed: NXDOMAIN | HOST_UNKNOWN",
        "I'm listed as a best-preference MX, but it isn't in my locals, I don't treat it as local | NETWORK",
        "No valid route to destination | NETWORK",
        "I wasn't able to establish a connection | NETWORK",
        "all host address lookups failed permanently | HOST_UNKNOWN",
        "554 The domain is not reachable | HOST_UNKNOWN",
        "an MX record indicated no SMTP service | NOT_ACCEPTING",
        "Destination seems to reject all mails | NOT_ACCEPTING",
        "552 #5.3.4 message header size exceeds limit | MESSAGE_TOO_BIG",
        "552 header size exceeds what we permit | CONTENT",
        "It exeeded the maximum size the user accepts | MESSAGE_TOO_BIG",
        "452 not sufficient disk space | MAILBOX_FULL",
        "Unable to contact the LDAP server | SYSTEM",
        "452 4.3.2 PFA agent busy | SYSTEM",
        "The recipient server did not accept our requests to connect | EXPIRED",
        "unable to deliver it after multiple retries | EXPIRED",
        "503 5.5.1 RCPT first | SYNTAX",
        "502 Unimplemented command | SYNTAX",
        "554 5.3.0 too many related errors | CONTENT",
        "Your mail to the group was rejected due to spam; set up SPF | SPAM",
        "550 Too many unwanted messages have been sent from 192.0.2.7 | BLOCKED",
        "421 Service refused | BLOCKED",
        "Can't exec \"/usr/sbin/x\": No such file or directory | MAILER",
        "550 5.4.316 Message expired, connection refused | EXPIRED",
        "グループに投稿する権限がない可能性があります | FILTERED",
        "It failed due to a full mailbox after numerous attempts to deliver this message | MAILBOX_FULL",
        "Messages without To: fields are not accepted here | NOT_STANDARD",
        "550 Domain of sender address desk@xpto.example does not exist | SENDER_REJECTED",
        "550 The sending MTA has not passed validation | AUTHENTICATION",
        "550 Couldn't check your sender | SENDER_REJECTED",
        "550 Sender callout verify failed | SENDER_REJECTED",
        "501 HELO requires a domain | SYNTAX",
        "550 Wrong value after HELO | SYNTAX",
        "550 Have authentication turned on | SECURITY",
        "550 Check for new mail before you send any | SECURITY",
        "550 Excessive unknown users | RATE_LIMITED",
        "550 192.0.2.7 is listed by CSS | BLOCKED",
        "550 Banned for an hour | BLOCKED",
        "550 You are not on the recipient's whitelist | FILTERED",
        "550 Error processing your mail | SYSTEM",
        "550 Backend failure | SYSTEM",
        "550 The system load is too high | SYSTEM",
        "550 The allowed line length is 998 octets | MESSAGE_TOO_BIG",
        "550 5.1.2 Bad destination host 'DNS Soft Error looking up b.example' | NETWORK",
        "550 conection refused | NETWORK",
        "550 Message expired -> 421 connection refused | EXPIRED",
        "550 Relaying denied. IP name possibly forged | RELAYING_DENIED",
        "554 Denied | POLICY",
        "550 user has exceeded | MAILBOX_FULL",
        "550 The mailbox was not used for months | SUSPENDED",
        "550 ADDRESS_NOT_FOUND | USER_UNKNOWN",
        "550 non existent user | USER_UNKNOWN",
        "The certificate was not verified | ENCRYPTION",
        "554 Eicar found | VIRUS",
        "550 POL-P2 no | BLOCKED",
        "550 POL-P5 no | VIRUS",
        "550 POL-P6 no | SPAM",
        "550 5.7.1 POL-P7 no | AUTHENTICATION",
        "550 5.7.1 DNS-P1 no | SENDER_REJECTED",
        "550 5.7.1 DNS-P3 no | NO_REVERSE_DNS",
        "5.1.0 - Unknown address error 554-'5.7.1 Spam is not taken' | SPAM",
        "5.1.0 - Unknown address error 550-'5.1.1 no' | USER_UNKNOWN",
        "收件人邮箱帐号不存在 | USER_UNKNOWN",
        "找不到收件人 | USER_UNKNOWN",
        "发件人地址不存在 | SENDER_REJECTED",
        "邮箱空间不足 | MAILBOX_FULL",
        "收件人信箱已满 | MAILBOX_FULL",
        "邮件被判定为垃圾邮件 | SPAM",
        "您的IP被拒绝 | BLOCKED",
        "邮件太大 | MESSAGE_TOO_BIG",
        "连接超时 | EXPIRED",
        "域名不存在 | HOST_UNKNOWN",
        "존재하지 않는 사용자입니다 | USER_UNKNOWN",
        "메일박스 용량이 초과되었습니다 | MAILBOX_FULL",
        "ana が client.example で見つかりませんでした | USER_UNKNOWN",
        "受信トレイがいっぱいです | MAILBOX_FULL",
        "No se ha encontrado la dirección | USER_UNKNOWN",
        "La bandeja de entrada está llena | MAILBOX_FULL",
        "Gelen kutusu dolu | MAILBOX_FULL",
        "Inkorgen är full | MAILBOX_FULL",
        "mail box space not enough | MAILBOX_FULL",
        "没有人答复 | UNKNOWN",
        "邮箱服务让您满意 | UNKNOWN",
        "550 undisclosed address | UNKNOWN"
      })
  void tells_the_reason_by_the_words_of_less_common_servers(String words, BounceReason reason) {
    assertThat(Said.of("", words, "").reason()).isEqualTo(reason);
  }
}
