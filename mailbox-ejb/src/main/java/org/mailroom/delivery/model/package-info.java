/** The rules of delivery: when to try again, and when to leave a lane alone. */
package org.mailroom.delivery.model;
