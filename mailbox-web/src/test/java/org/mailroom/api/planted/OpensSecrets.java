package org.mailroom.api.planted;

import org.mailroom.vault.Vault;

/** Breaks a rule: the web opens secrets. */
public record OpensSecrets(Vault vault) {}
