package org.mailroom.request;

/** A file kept with a request. */
public record AttachmentView(long id, String name, String contentType, long size) {}
