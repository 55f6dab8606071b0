/**
 * From the bytes of a mail to its meaning. Mail in the wild breaks every rule of its standards, so
 * nothing here fails on its form: what is readable is read, and only its size and depth are
 * limited.
 */
package org.mailroom.inbound.mime;
