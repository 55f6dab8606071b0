/** What is kept of files, and the rules by which they are let in. */
package org.mailroom.attachment.model;
