/**
 * Flowable inside: the engine in the caller's transaction, its jobs, and the only expressions it
 * runs.
 */
package org.mailroom.flow.flowable;
