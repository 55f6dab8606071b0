/** OpenID Connect as the Nimbus SDK speaks it. */
package org.mailroom.oidc.nimbus;
