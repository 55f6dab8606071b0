/** What is kept of flows, and what their expressions may know of a request. */
package org.mailroom.flow.model;
