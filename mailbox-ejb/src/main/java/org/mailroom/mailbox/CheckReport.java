package org.mailroom.mailbox;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a connection check or a trial saw, step by step, up to the first step that failed.
 *
 * @param ok whether all steps passed
 * @param certificate what the server showed, trusted or not; null if it came to none
 */
public record CheckReport(boolean ok, List<Step> steps, ServerCertificate certificate) {
  /**
   * @param name such as {@code session}, {@code token}, {@code address}, {@code connect}, {@code
   *     tls}, {@code greeting}, {@code capabilities}, {@code login}, {@code folder}, {@code
   *     sender}, {@code spf}, {@code dkim}, {@code dmarc}
   * @param millis how long it took
   * @param code what was seen, for programs
   * @param arguments what fills the words of the code
   * @param cause what was seen, good or bad, in plain words
   * @param hint what to do next if it failed or may be better, else empty
   * @param facts what else was seen, such as the TLS version
   */
  public record Step(
      String name,
      boolean ok,
      long millis,
      CheckCode code,
      List<String> arguments,
      String cause,
      String hint,
      List<Fact> facts) {

    public static Step of(String name, boolean ok, long millis, Finding finding, List<Fact> facts) {
      return new Step(
          name,
          ok,
          millis,
          finding.code(),
          finding.arguments(),
          finding.words(Locale.ENGLISH),
          finding.hint(Locale.ENGLISH),
          List.copyOf(facts));
    }

    /** The same for a reader of another language. */
    public Finding finding() {
      return new Finding(code, arguments);
    }
  }

  /**
   * @param name such as {@code protocol}, {@code authentication}, {@code messageId}
   */
  public record Fact(String name, String value) {}

  public static CheckReport of(List<Step> steps, Optional<ServerCertificate> certificate) {
    return new CheckReport(
        steps.stream().allMatch(Step::ok), List.copyOf(steps), certificate.orElse(null));
  }

  /** The same and what was seen beyond. */
  CheckReport with(List<Step> more) {
    return of(
        Stream.concat(steps.stream(), more.stream()).toList(), Optional.ofNullable(certificate));
  }

  /** Nothing was tried. */
  public static CheckReport none() {
    return of(List.of(), Optional.empty());
  }

  /** There was no token to sign in with, which took so long to find out. */
  static CheckReport withoutToken(TokenTrouble trouble, Duration time) {
    Finding finding = new Finding(CheckCode.NO_TOKEN, List.of(trouble.getMessage()));
    Step step = Step.of("token", false, time.toMillis(), finding, List.of());
    return of(List.of(step), Optional.empty());
  }

  /** The step that did not pass, which is the last one. */
  public Optional<Step> failure() {
    return steps.stream().filter(step -> !step.ok()).findFirst();
  }
}
