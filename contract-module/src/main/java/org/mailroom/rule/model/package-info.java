/** One rule as it is kept, and when it holds. */
package org.mailroom.rule.model;
