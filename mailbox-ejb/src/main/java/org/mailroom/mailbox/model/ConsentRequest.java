package org.mailroom.mailbox.model;

import java.net.URI;
import org.mailroom.vault.Secret;

/**
 * What an authorisation request and the exchange of its code have in common.
 *
 * @param verifier of PKCE (RFC 7636)
 * @param redirect where the provider sends the browser back to
 */
public record ConsentRequest(String state, String nonce, Secret verifier, URI redirect) {}
