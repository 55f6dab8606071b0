package org.mailroom.people;

import java.util.Optional;
import java.util.Set;
import org.mailroom.access.Role;
import org.mailroom.mailbox.EmailAddress;

/**
 * Who somebody is, by the word of an identity provider that the operator trusts.
 *
 * @param subject never given to anybody else by this issuer
 * @param login as registered with us; empty if the provider has no say in it
 * @param email only one that the provider has verified
 * @param roles empty if they are those of the registered person
 */
public record ExternalIdentity(
    String issuer,
    String subject,
    Optional<String> login,
    Optional<EmailAddress> email,
    Optional<String> name,
    Optional<Set<Role>> roles) {

  /** The account of somebody we have not met. */
  AccountDraft newAccount() {
    String called = login.or(() -> email.map(EmailAddress::value)).orElse(subject);
    return new AccountDraft(
        called,
        name.orElse(called),
        email.map(EmailAddress::value).orElse(null),
        roles.orElse(Set.of()),
        Given.NOTHING,
        true);
  }
}
