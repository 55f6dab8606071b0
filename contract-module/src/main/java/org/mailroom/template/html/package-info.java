/** HTML of mails: made safe, and turned into plain text (jsoup). */
package org.mailroom.template.html;
