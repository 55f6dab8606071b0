package org.mailroom.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.access.Caller;
import org.mailroom.access.Permission;
import org.mailroom.access.Role;

@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class AccessTest {
  private static final Pattern IN_PAGES =
      Pattern.compile("(?:access\\.may\\('|name=\"needs\" value=\")([^'\"#]+)['\"]");

  @Test
  void every_service_method_that_a_page_names_exists_and_says_who_may() throws IOException {
    assertThat(named())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            name ->
                assertThat(Permission.named(name))
                    .allSatisfy(method -> assertThat(Permission.of(method)).isNotNull()));
  }

  private static List<String> named() throws IOException {
    try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
      return pages
          .filter(page -> page.toString().endsWith(".xhtml"))
          .flatMap(page -> IN_PAGES.matcher(text(page)).results())
          .map((MatchResult found) -> found.group(1))
          .filter(name -> !name.isBlank())
          .distinct()
          .toList();
    }
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_page_offers_what_the_marks_allow() {
    assertThat(of(Role.OPERATOR).may("outbox.Outbox.retry")).isTrue();
    assertThat(of(Role.AUDITOR).may("outbox.Outbox.retry")).isFalse();
    assertThat(of(Role.CONTRACT_MANAGER).may("mailbox.Mailboxes.makeDefault")).isFalse();
    assertThat(of(Role.ADMINISTRATOR).may("mailbox.Mailboxes.makeDefault")).isTrue();
  }

  @Test
  void a_mistyped_name_is_no_silent_no() {
    assertThatThrownBy(() -> of(Role.ADMINISTRATOR).may("mailbox.Mailboxes.rename"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no service method mailbox.Mailboxes.rename");
    assertThatThrownBy(() -> of(Role.ADMINISTRATOR).may("mailbox.Post.rename"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no service bean mailbox.Post");
  }

  private static Access of(Role role) {
    Access access = new Access();
    access.caller =
        new Caller() {
          @Override
          public Set<Role> roles() {
            return Set.of(role);
          }
        };
    return access;
  }
}
