/** What is kept of people and groups, and how passwords are kept and checked. */
package org.mailroom.people.model;
