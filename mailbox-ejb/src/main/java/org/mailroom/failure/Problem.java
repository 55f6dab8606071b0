package org.mailroom.failure;

/**
 * One thing that is wrong with an input.
 *
 * @param code stable, for programs, such as {@code PORT_RANGE}
 * @param field the field or element it is about, as the public interface names it
 * @param message one sentence for the person
 */
public record Problem(String code, String field, String message) {}
