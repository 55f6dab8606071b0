/** What is kept of a template, the keys, and how they are filled in. */
package org.mailroom.template.model;
