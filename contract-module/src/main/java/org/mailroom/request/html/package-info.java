/** Makes documents of the HTML of mails (jsoup). */
package org.mailroom.request.html;
