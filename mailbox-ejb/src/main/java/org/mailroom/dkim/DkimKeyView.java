package org.mailroom.dkim;

import java.time.Instant;

/**
 * A key that signs the mail of an Output mailbox, as people see it; the private part never shows.
 *
 * @param domain whose mail it signs
 * @param selector under which receivers find it in the domain
 * @param recordName the name of the TXT record to publish
 * @param recordText its text, to be copied as it is
 * @param domainFits whether the mailbox's sender still is of this domain; if not, nothing is signed
 * @param signsSince null if it has never signed
 * @param replacedAt null unless it is {@link DkimKeyState#REPLACED}
 */
public record DkimKeyView(
    String domain,
    String selector,
    DkimKeyState state,
    String recordName,
    String recordText,
    boolean domainFits,
    Instant createdAt,
    Instant signsSince,
    Instant replacedAt) {}
