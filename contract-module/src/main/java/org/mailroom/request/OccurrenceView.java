package org.mailroom.request;

import java.time.Instant;
import java.util.List;

/**
 * Something that was said or happened on a request.
 *
 * @param origin {@code mail}, {@code console}, {@code api} or {@code flow}; {@code system} for
 *     opening and changes of situation
 */
public record OccurrenceView(
    long id, Instant at, String by, String origin, String text, List<AttachmentView> attachments) {}
