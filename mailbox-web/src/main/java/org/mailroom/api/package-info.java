/**
 * The REST interface under {@code /api/v1} (docs/rest.md): thin resources that read a body, call
 * one face and map its view to JSON. One package for each resource; {@code json}, {@code problem}
 * and {@code reference} hold what they share.
 */
package org.mailroom.api;
