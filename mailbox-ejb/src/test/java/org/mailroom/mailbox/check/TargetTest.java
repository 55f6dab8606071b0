package org.mailroom.mailbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.CheckReport.Step;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.ServerAction;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.Targets;

/** Folders that mail is moved to, on a server like Dovecot: a prefix, dots, and access rights. */
class TargetTest {
  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "INBOX", "\\HasChildren",
          "INBOX.Done", "\\HasNoChildren",
          "INBOX.Names", "\\Noselect",
          "INBOX.Flat", "\\Noinferiors",
          "INBOX.Locked", "\\HasNoChildren",
          "INBOX.Theirs", "\\HasNoChildren");
  private static final Map<String, String> RIGHTS = Map.of("INBOX.Theirs", "lr");

  private final List<String> commands = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "Done, TARGET",
    "INBOX.Done, TARGET",
    "New, TARGET_MISSING",
    "New/2026, TARGET_MISSING",
    "Done/2026, TARGET_MISSING",
    "Flat/2026, TARGET_REFUSED",
    "Flat/2026/11, TARGET_REFUSED",
    "Theirs/2026, TARGET_REFUSED",
    "Names, FOLDER_NOT_SELECTABLE",
    "Theirs, TARGET_CLOSED",
    "Locked, FAILED",
    "INBOX, TARGET_SAME"
  })
  void is_told_as_it_is_and_nothing_is_changed(String folder, CheckCode code) throws Exception {
    Step last = last(new AfterReading(ServerAction.MOVE, folder, null, null), Protocol.IMAP);

    assertThat(last.name()).isEqualTo("successFolder");
    assertThat(last.code()).as(last.toString()).isEqualTo(code);
    assertThat(last.ok()).isEqualTo(code == CheckCode.TARGET || code == CheckCode.TARGET_MISSING);
    assertThat(commands).noneMatch(it -> it.matches("\\S+ (CREATE|SUBSCRIBE|SELECT INBOX\\.).*"));
  }

  @Test
  void where_nothing_is_moved_there_is_no_step() throws Exception {
    AfterReading flag = new AfterReading(ServerAction.FLAG, null, null, null);

    assertThat(last(flag, Protocol.IMAP).name()).isEqualTo("folder");
  }

  private Step last(AfterReading after, Protocol protocol) throws Exception {
    AllowedHosts here = AllowedHosts.of(List.of("127.0.0.1"));
    Targets targets = new Targets(here, InetAddress::getAllByName);
    try (ScriptedServer server = ScriptedServer.playing(this::imap)) {
      Drafts drafts = Drafts.input().protocol(protocol).security(Security.NONE);
      Duration limit = Duration.ofSeconds(20);
      List<Step> steps =
          new ConnectionCheck(Visit.Terms.of(here, targets, Clock.systemUTC(), limit))
              .run(Accounts.of(drafts.port(server.port()).afterReading(after), Accounts.PASSWORD))
              .steps();
      return steps.get(steps.size() - 1);
    }
  }

  private void imap(ScriptedServer.Guest guest) throws IOException {
    guest.say("* OK [CAPABILITY IMAP4rev1 NAMESPACE ACL AUTH=PLAIN] ready");
    for (String command = guest.hear(); command != null; command = guest.hear()) {
      commands.add(command);
      String[] words = command.split(" ", 3);
      String argument = words.length > 2 ? words[2].replace("\"", "") : "";
      for (String line : answer(words[1], argument)) {
        guest.say(line);
      }
      guest.say(words[0] + " " + result(words[1], argument));
    }
  }

  private static String result(String verb, String argument) {
    return verb.equals("EXAMINE") && argument.equals("INBOX.Locked")
        ? "NO [NOPERM] not yours"
        : "OK done";
  }

  private static List<String> answer(String verb, String argument) {
    return switch (verb) {
      case "CAPABILITY" -> List.of("* CAPABILITY IMAP4rev1 NAMESPACE ACL AUTH=PLAIN");
      case "NAMESPACE" -> List.of("* NAMESPACE ((\"INBOX.\" \".\")) NIL NIL");
      case "LIST" -> listed(argument.substring(argument.indexOf(' ') + 1));
      case "SELECT", "EXAMINE" -> List.of("* FLAGS (\\Seen)", "* 3 EXISTS", "* 0 RECENT");
      case "MYRIGHTS" ->
          List.of(
              "* MYRIGHTS %s %s".formatted(argument, RIGHTS.getOrDefault(argument, "lrswipkx")));
      default -> List.of();
    };
  }

  private static List<String> listed(String pattern) {
    List<String> lines = new ArrayList<>();
    ATTRIBUTES.forEach(
        (name, attribute) -> {
          if (pattern.contains("*") || pattern.contains("%") || pattern.equals(name)) {
            lines.add("* LIST (%s) \".\" \"%s\"".formatted(attribute, name));
          }
        });
    return pattern.isEmpty() ? List.of("* LIST (\\Noselect) \".\" \"\"") : lines;
  }
}
