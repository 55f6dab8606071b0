/** What the audit keeps. */
package org.mailroom.audit.model;
