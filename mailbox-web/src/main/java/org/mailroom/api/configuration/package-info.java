/** {@code /api/v1/configuration}. */
package org.mailroom.api.configuration;
