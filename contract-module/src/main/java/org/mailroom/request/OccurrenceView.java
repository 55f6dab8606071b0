package org.mailroom.request;

import java.time.Instant;
import java.util.List;

/** Something that was said or happened on a request. */
public record OccurrenceView(
    long id, Instant at, String by, String origin, String text, List<AttachmentView> attachments) {}
