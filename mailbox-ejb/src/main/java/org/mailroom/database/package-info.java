/** The one database: where it is, its migrations, and how our values are stored in it. */
package org.mailroom.database;
