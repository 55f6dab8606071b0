package org.mailroom.request.model;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.mailroom.request.RequestNumber;

/**
 * What the subject of our mails carries, so that a reply without threading headers finds its
 * request: the number with a short signature, as in {@code [#4711-abcdefgh]}. A bare number is not
 * enough: anybody can guess one.
 */
public final class SubjectToken {
  private static final int LENGTH = 8;
  private static final Pattern FORM =
      Pattern.compile("\\[#([0-9]{1,18})-([a-z2-7]{8})]", Pattern.CASE_INSENSITIVE);

  private final UnaryOperator<String> signer;
  private final BiPredicate<String, String> verifier;

  /**
   * @param signer signs a text
   * @param verifier whether a text has the signature
   */
  public SubjectToken(UnaryOperator<String> signer, BiPredicate<String, String> verifier) {
    this.signer = signer;
    this.verifier = verifier;
  }

  public String of(RequestNumber number) {
    return "[#%s-%s]".formatted(number, signer.apply(number.toString()).substring(0, LENGTH));
  }

  /** The request of the first token in a subject that we have signed. */
  public Optional<RequestNumber> in(String subject) {
    return FORM.matcher(subject)
        .results()
        .filter(token -> verifier.test(token.group(1), token.group(2)))
        .map(token -> new RequestNumber(Long.parseLong(token.group(1))))
        .findFirst();
  }
}
