/** E-mail templates and the keys in them. */
package org.mailroom.template;
