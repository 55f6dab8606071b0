/**
 * Starts Mailroom as a program: reads the environment, boots the server, deploys the application,
 * says when it is ready. Knows nothing of the application but its file.
 */
package org.mailroom.launch;
