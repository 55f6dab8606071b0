/** Service requests: the list, opening one, and the page of one with its log, mails and diagram. */
package org.mailroom.console.request;
