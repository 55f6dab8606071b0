package org.mailroom.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/embedding.md are parts of these classes, so they compile. */
class ManualTest {
  private static final Path SOURCES = Path.of("src/test/java/org/mailroom/guest");
  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- (\\w+\\.java)#(\\w+) -->\n```java\n(.*?)\n```", Pattern.DOTALL);

  @Test
  void every_example_is_what_the_compiler_has_seen() throws IOException {
    Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("../docs/embedding.md")));
    int count = 0;
    while (examples.find()) {
      assertThat(examples.group(3))
          .as("docs/embedding.md, %s#%s", examples.group(1), examples.group(2))
          .isEqualTo(part(examples.group(1), examples.group(2)));
      count++;
    }
    assertThat(count).isPositive();
  }

  private static String part(String file, String tag) throws IOException {
    String source = Files.readString(SOURCES.resolve(file));
    String begin = "// tag::" + tag + "[]\n";
    int from = source.indexOf(begin) + begin.length();
    int to = source.lastIndexOf('\n', source.indexOf("// end::" + tag + "[]"));
    return source.substring(from, to + 1).stripTrailing().stripIndent();
  }
}
