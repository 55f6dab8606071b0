/** People, the groups that flows address, and who may log in. */
package org.mailroom.people;
