/**
 * JSON in and out: bodies are read property by property, so that every mistake in them is named.
 */
package org.mailroom.api.json;
