/** What a caller is told when a call cannot be done: problem documents (RFC 9457). */
package org.mailroom.api.problem;
