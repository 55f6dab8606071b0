/** {@code /api/v1/keys}: the keys that seal secrets, by their names alone. */
package org.mailroom.api.key;
