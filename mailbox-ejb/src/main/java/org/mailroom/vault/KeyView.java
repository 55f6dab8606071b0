package org.mailroom.vault;

import java.time.Instant;

/**
 * A key as people may see it.
 *
 * @param present whether new secrets are sealed, or signatures made, under it
 * @param atHand whether we have it; if not, what was sealed under it cannot be opened
 * @param since when this database first knew it; null if it never did
 * @param secrets how many are sealed under it
 */
public record KeyView(
    KeyId id, KeyPurpose purpose, boolean present, boolean atHand, Instant since, long secrets) {}
