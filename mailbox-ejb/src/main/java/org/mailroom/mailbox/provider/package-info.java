/** The file of the providers of mail that we know ({@code providers.json}). */
package org.mailroom.mailbox.provider;
