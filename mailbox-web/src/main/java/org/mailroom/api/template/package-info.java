/** {@code /api/v1/templates}. */
package org.mailroom.api.template;
