package org.mailroom.paging.planted.util;

/** Breaks a rule: a package that says nothing. */
public record Drawer() {}
