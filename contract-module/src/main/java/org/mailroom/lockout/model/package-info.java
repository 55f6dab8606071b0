/** What is kept of failed log-ins, and the rule of waiting. */
package org.mailroom.lockout.model;
