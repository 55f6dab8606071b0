/** An EJB module of somebody else, which injects Mailroom's service beans. */
package org.mailroom.guest;
