/** The e-mail element: recipients, text, routing, enqueue. */
package org.mailroom.flow.email;
