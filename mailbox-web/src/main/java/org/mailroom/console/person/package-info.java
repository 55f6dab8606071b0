/** Parametrization &gt; People: who may log in, and as what. */
package org.mailroom.console.person;
