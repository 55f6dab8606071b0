package org.mailroom.transfer.model;

/**
 * How a passphrase becomes the key of a document's secrets.
 *
 * @param kdf {@code PBKDF2-HMAC-SHA256}
 * @param salt in Base64
 */
public record Sealing(String kdf, int iterations, String salt) {}
