/** The manual's seven steps, done by clicking in Chromium: one class for each screen, one story. */
package org.mailroom.browser;
