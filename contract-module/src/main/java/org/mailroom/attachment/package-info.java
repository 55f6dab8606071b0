/**
 * What files hold: kept once each, judged by a contract's limits, and looked at by a virus scanner.
 * Knows no request; who keeps a file names its content by {@link
 * org.mailroom.attachment.ContentHash}.
 */
package org.mailroom.attachment;
