/** {@code /api/v1/audit}: who changed what, read and exported. */
package org.mailroom.api.audit;
