/** {@code /api/v1/groups}. */
package org.mailroom.api.people;
