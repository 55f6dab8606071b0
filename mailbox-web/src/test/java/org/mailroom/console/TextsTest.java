package org.mailroom.console;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.inbound.ReaderView;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.inbound.WhyNoIdle;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.FoundSettings;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.ServerAction;
import org.mailroom.outbox.BounceReason;
import org.mailroom.outbox.MessageState;
import org.mailroom.request.Priority;
import org.mailroom.request.Situation;
import org.mailroom.rule.RuleAction;
import org.mailroom.rule.RuleField;
import org.mailroom.rule.RuleTest;

class TextsTest {
  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path BEANS = Path.of("src/main/java/org/mailroom/console");
  private static final Pattern IN_PAGES = Pattern.compile("msg\\['([^']+)'(?!\\s*\\+=)");
  private static final Pattern IN_BEANS =
      Pattern.compile("(?:notices\\.\\w+|Texts\\.text)\\(\\s*\"([^\"]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"_pt_BR", "_es"})
  void every_language_has_the_same_texts_as_english(String language) {
    assertThat(keys(language)).isEqualTo(keys(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_pt_BR", "_es"})
  void no_text_is_empty(String language) {
    assertThat(bundle(language).values()).noneMatch(text -> text.toString().isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_pt_BR", "_es"})
  void a_text_takes_the_same_arguments_in_every_language(String language) {
    for (String key : used(BEANS, ".java", IN_BEANS)) {
      assertThat(arguments(language, key)).as(key).isEqualTo(arguments("", key));
    }
  }

  @Test
  void every_text_that_a_page_or_a_bean_names_exists() {
    assertThat(keys(""))
        .containsAll(used(PAGES, ".xhtml", IN_PAGES))
        .containsAll(used(BEANS, ".java", IN_BEANS));
  }

  @Test
  void every_state_that_a_page_shows_has_a_word() {
    Stream.of(
            Authentication.values(),
            ContractStatus.values(),
            FoundSettings.Source.values(),
            MailboxStatus.values(),
            MailboxType.values(),
            MessageState.values(),
            Priority.values(),
            BounceReason.values(),
            Protocol.values(),
            ReceivedState.values(),
            RuleAction.values(),
            RuleField.values(),
            RuleTest.values(),
            Security.values(),
            ServerAction.values(),
            ReaderView.Doing.values(),
            SenderPolicy.values(),
            Situation.values(),
            WhenOutboxUnavailable.values(),
            WhyNoIdle.values())
        .flatMap(Stream::<Enum<?>>of)
        .forEach(state -> assertThat(keys("")).contains(keyOf(state)));
  }

  @Test
  void english_stays_english_on_a_server_with_another_default_language() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("pt-BR"));
    try {
      ResourceBundle.clearCache();
      assertThat(ResourceBundle.getBundle(Texts.BUNDLE, Locale.ENGLISH).getString("action.save"))
          .isEqualTo("Save");
    } finally {
      Locale.setDefault(before);
      ResourceBundle.clearCache();
    }
  }

  private static String keyOf(Enum<?> state) {
    return state.getDeclaringClass().getSimpleName() + "." + state.name();
  }

  private static int arguments(String language, String key) {
    String text = bundle(language).getProperty(key);
    return new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex().length;
  }

  private static Set<String> keys(String language) {
    return new TreeSet<>(bundle(language).stringPropertyNames());
  }

  private static Properties bundle(String language) {
    String name = "messages" + language + ".properties";
    var texts = new Properties();
    try (Reader reader =
        new InputStreamReader(TextsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return texts;
  }

  private static Set<String> used(Path folder, String suffix, Pattern key) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(suffix)).toList();
      return sources.stream()
          .flatMap(file -> key.matcher(read(file)).results())
          .map(match -> match.group(1))
          .collect(toCollection(TreeSet::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
