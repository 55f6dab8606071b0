package org.mailroom.installation;

/**
 * A person has said that this database is a copy. Observed, in the same transaction, by whoever
 * holds what only the original may go on with.
 *
 * @param original the id of the installation that it was copied from
 */
public record CopyConfirmed(String original) {}
