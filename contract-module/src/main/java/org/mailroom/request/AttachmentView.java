package org.mailroom.request;

/**
 * A file kept with a request.
 *
 * @param name safe on every platform
 * @param contentType as its sender said, which need not be true
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal digits
 */
public record AttachmentView(long id, String name, String contentType, long size, String sha256) {}
