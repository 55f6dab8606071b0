/** {@code /api/v1/contracts}. */
package org.mailroom.api.contract;
