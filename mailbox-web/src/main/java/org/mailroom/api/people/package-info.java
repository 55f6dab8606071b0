/** {@code /api/v1/groups}, {@code /api/v1/persons} and {@code /api/v1/lock-outs}. */
package org.mailroom.api.people;
