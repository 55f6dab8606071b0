/** Log-in at the operator's own identity provider, by OpenID Connect. */
package org.mailroom.oidc;
