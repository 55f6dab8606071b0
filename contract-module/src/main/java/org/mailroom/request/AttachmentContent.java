package org.mailroom.request;

import java.io.InputStream;
import java.util.function.Supplier;

/**
 * A file kept with a request, with its bytes.
 *
 * @param content opens it, as often as one likes and without a transaction; it is read from the
 *     database bit by bit, so that nobody needs memory for all of it
 */
public record AttachmentContent(AttachmentView attachment, Supplier<InputStream> content) {}
