/** What is kept of a marked address. */
package org.mailroom.marked.model;
