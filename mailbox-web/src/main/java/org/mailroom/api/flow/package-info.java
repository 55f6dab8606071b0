/** {@code /api/v1/flows}. */
package org.mailroom.api.flow;
