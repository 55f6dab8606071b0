/** Flowable inside: the engine, in the caller's transaction. */
package org.mailroom.flow.flowable;
