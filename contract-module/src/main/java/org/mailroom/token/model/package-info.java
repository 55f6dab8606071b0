/** What is kept of a token, and how one is made. */
package org.mailroom.token.model;
