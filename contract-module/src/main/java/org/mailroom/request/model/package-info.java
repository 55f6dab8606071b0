/** What is kept of a request, and the rules it is opened by. */
package org.mailroom.request.model;
