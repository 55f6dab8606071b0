/** Query parameters and headers of calls, and answers that are files. */
package org.mailroom.api.query;
