/** Parametrization &gt; Group: whom flows address by an acronym. */
package org.mailroom.console.group;
