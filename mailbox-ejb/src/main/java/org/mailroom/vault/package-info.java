/**
 * Secrets: sealed at rest with an authenticated cipher, and what we sign so as to know it again.
 */
package org.mailroom.vault;
