/** Tests that run inside the server, beside the beans they call. */
package org.mailroom.container;
