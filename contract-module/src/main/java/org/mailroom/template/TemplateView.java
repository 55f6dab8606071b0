package org.mailroom.template;

/**
 * An e-mail template.
 *
 * @param identifier what flows refer to it by: letters, digits, hyphens and dots; unique
 * @param title becomes the subject; takes keys
 * @param html the body; takes keys, whose values are escaped
 */
public record TemplateView(String identifier, String title, String html, boolean active) {}
