package org.mailroom.intake.planted;

import org.flowable.engine.ProcessEngine;

/** Breaks a rule: Flowable outside of its door. */
public record KnowsTheEngine(ProcessEngine engine) {}
