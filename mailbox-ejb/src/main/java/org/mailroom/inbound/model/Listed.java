package org.mailroom.inbound.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail as the server lists it, before it is fetched.
 *
 * @param uid its name within its {@link Place}
 * @param position what a cursor remembers to list only later mail; 0 where the server keeps no
 *     order
 * @param arrivedAt empty where listing does not tell
 */
public record Listed(String uid, long position, long size, Optional<Instant> arrivedAt) {}
