/**
 * Where settings for an address are looked for: DNS, the files that domains publish for mail
 * programs, and the presets.
 */
package org.mailroom.mailbox.autoconfig;
