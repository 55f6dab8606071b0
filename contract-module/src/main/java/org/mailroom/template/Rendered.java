package org.mailroom.template;

/**
 * A template with its keys filled in.
 *
 * @param html safe to send; empty for a plain text
 */
public record Rendered(String subject, String text, String html) {}
