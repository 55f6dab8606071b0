/** What binds a database to its installation, and the rules that find a copy. */
package org.mailroom.installation.model;
