/** What is kept of the answers to one sender. */
package org.mailroom.answer.model;
