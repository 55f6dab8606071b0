/** Processes &gt; Portfolio and Catalog Management &gt; Contract. */
package org.mailroom.console.contract;
