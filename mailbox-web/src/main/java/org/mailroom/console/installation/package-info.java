/** The screen of the installation. */
package org.mailroom.console.installation;
