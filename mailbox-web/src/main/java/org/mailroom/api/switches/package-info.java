/** {@code /api/v1/switches}: all mail off, and all mail to one address. */
package org.mailroom.api.switches;
