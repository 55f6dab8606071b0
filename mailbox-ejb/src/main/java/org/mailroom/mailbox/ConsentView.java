package org.mailroom.mailbox;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How far a mailbox is with its right to sign in by OAuth2, as people and programs may see it:
 * never a token.
 *
 * @param account who consented at the provider, as it named them; null if it did not
 * @param expectedAccount whom the mailbox signs in as
 * @param otherAccount whether these two are known to differ
 * @param consentedBy the log-in of the person who led to the consent
 * @param tokenExpires until when the access token at hand is valid; it is renewed by itself
 * @param refreshTokenExpires when the consent ends, if the provider told
 * @param clientSecretExpires the day a person has noted
 * @param daysOfConsent until then; negative once it is over, null if unknown
 * @param daysOfSecret until then; negative once it is over, null if unknown
 * @param trouble why there is no token at present, in plain words; null if nothing is wrong
 */
public record ConsentView(
    ConsentState state,
    String account,
    String expectedAccount,
    boolean otherAccount,
    String consentedBy,
    Instant consentedAt,
    Instant tokenExpires,
    Instant refreshTokenExpires,
    LocalDate clientSecretExpires,
    Long daysOfConsent,
    Long daysOfSecret,
    String trouble,
    Instant troubleAt) {

  /** Whether the mailbox can sign in, as far as is known. */
  public boolean usable() {
    return (state == ConsentState.GIVEN || state == ConsentState.NOT_NEEDED) && trouble == null;
  }
}
