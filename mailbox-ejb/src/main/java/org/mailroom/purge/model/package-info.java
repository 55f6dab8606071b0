/** What is kept of a policy and of a run, and the moves that a run's state allows. */
package org.mailroom.purge.model;
