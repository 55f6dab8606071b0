/**
 * Rules of Input mailboxes: what a person has said about new mail, such as its priority and who
 * looks after it. {@code intake} asks them when it would open a request.
 */
package org.mailroom.rule;
