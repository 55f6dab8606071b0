/** Signatures by Apache jDKIM. */
package org.mailroom.dkim.jdkim;
