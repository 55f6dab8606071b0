package org.mailroom.vault;

/**
 * A sealed secret as somebody keeps it.
 *
 * @param id of the row, for {@link SealedValues#after}
 * @param version whatever tells that the row is still the same; 0 where nothing does
 * @param sealed what {@link Vault#seal} made
 * @param context what it was sealed for, such as {@code mailbox:17}
 */
public record SealedValue(long id, long version, byte[] sealed, String context) {}
