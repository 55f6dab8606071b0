package org.mailroom.oidc;

import java.net.URI;

/** Where to send a browser, and what to keep until it is back. */
public record Departure(URI provider, Handshake handshake) {}
