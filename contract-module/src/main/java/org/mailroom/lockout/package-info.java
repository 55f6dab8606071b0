/** Makes those wait who fail to log in again and again: by log-in, by device and by address. */
package org.mailroom.lockout;
