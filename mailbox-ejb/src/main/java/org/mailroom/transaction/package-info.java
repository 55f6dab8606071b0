/** What those who begin transactions have in common. */
package org.mailroom.transaction;
