/** Who changed what, and when. */
package org.mailroom.audit;
