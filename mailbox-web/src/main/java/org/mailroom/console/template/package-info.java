/** Parametrization &gt; E-mail template. */
package org.mailroom.console.template;
