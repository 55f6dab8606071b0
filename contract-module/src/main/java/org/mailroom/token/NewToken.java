package org.mailroom.token;

import org.mailroom.vault.Secret;

/**
 * A token that was made just now.
 *
 * @param secret what the program shows; it is seen only here
 */
public record NewToken(TokenView view, Secret secret) {}
