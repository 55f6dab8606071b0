/**
 * Answers that incoming mail causes: how many may go to its sender, so that two robots that answer
 * each other come to an end.
 */
package org.mailroom.answer;
