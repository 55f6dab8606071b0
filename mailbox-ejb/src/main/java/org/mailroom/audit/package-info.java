/** Who changed what, when and from where, with before and after: written, read, exported. */
package org.mailroom.audit;
