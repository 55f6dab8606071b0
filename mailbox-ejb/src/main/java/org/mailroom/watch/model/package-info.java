/** Alerts and bulk runs with their rules. */
package org.mailroom.watch.model;
