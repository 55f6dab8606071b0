/** API tokens: what a program shows in the name of a person, with less than the person's rights. */
package org.mailroom.token;
