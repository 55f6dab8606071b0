/** Secrets in a configuration document, sealed with a passphrase. */
package org.mailroom.transfer.seal;
