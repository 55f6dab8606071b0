/** {@code /api/v1/purge}: removing old mail, and the policy for it. */
package org.mailroom.api.purge;
