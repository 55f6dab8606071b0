/** {@code /api/v1/installation}: whether the database is at home, and a person's word on it. */
package org.mailroom.api.installation;
