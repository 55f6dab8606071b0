/** What Mailroom adds to the server's {@code /metrics}. */
package org.mailroom.metrics;
