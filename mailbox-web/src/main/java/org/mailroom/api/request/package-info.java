/** {@code /api/v1/requests}: service requests with everything that belongs to them. */
package org.mailroom.api.request;
