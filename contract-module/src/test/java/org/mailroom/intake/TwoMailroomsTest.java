package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two Mailrooms that confirm each request to each other, over a relay that may hide what they are.
 */
class TwoMailroomsTest {
  private final Site north = new Site("desk@north.example");
  private final Site south = new Site("desk@south.example");

  @AfterEach
  void close() {
    north.close();
    south.close();
  }

  @Test
  void one_knows_the_others_answer_by_its_headers() {
    int carried = carry(UnaryOperator.identity());

    assertThat(carried).isEqualTo(2);
    assertThat(north.requests()).isEqualTo(1);
    assertThat(south.requests()).isZero();
  }

  @Test
  void a_relay_that_strips_every_header_does_not_let_them_talk_for_ever() {
    int carried = carry(TwoMailroomsTest::stripped);

    assertThat(carried).isEqualTo(21);
    assertThat(north.requests()).isEqualTo(11);
    assertThat(south.requests()).isEqualTo(10);
    assertThat(north.held()).singleElement().asString().contains("10 messages", "desk@south");
    assertThat(south.held()).isEmpty();
  }

  /** Carries a mail that somebody in the south has written, and all that follow from it. */
  private int carry(UnaryOperator<String> relay) {
    String first =
        """
        From: desk@south.example
        To: desk@north.example
        Subject: Hello
        Message-ID: <hand@south.example>

        Please call me.
        """
            .replace("\n", "\r\n");
    Deque<String> underway = new ArrayDeque<>();
    underway.add(first);
    int carried = 0;
    while (!underway.isEmpty() && carried < 100) {
      String mail = relay.apply(underway.remove());
      Site to = mail.contains("To: desk@north.example") ? north : south;
      to.receive(mail.getBytes(StandardCharsets.UTF_8)).ifPresent(underway::add);
      carried++;
    }
    return carried;
  }

  /** Nothing left by which a robot, a thread or a request could be known. */
  private static String stripped(String mail) {
    String[] parts = mail.split("\r\n\r\n", 2);
    String header =
        Stream.of(parts[0].split("\r\n(?![ \\t])", -1))
            .filter(line -> line.matches("(?s)(From|To|Date|MIME-Version|Content-.*):.*"))
            .collect(Collectors.joining("\r\n"));
    return header + "\r\nSubject: Hello\r\n\r\n" + parts[1];
  }
}
