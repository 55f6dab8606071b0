/** What a bounce is, and what follows from it. */
package org.mailroom.bounce.model;
