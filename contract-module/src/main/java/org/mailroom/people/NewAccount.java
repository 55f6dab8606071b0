package org.mailroom.people;

import java.util.Optional;
import org.mailroom.vault.Secret;

/**
 * An account that was registered just now.
 *
 * @param password the generated one, to be shown once; empty if the administrator has stated one
 */
public record NewAccount(AccountView account, Optional<Secret> password) {}
