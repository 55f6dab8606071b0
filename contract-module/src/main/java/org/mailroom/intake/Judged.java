package org.mailroom.intake;

import org.mailroom.intake.model.Circumstances;
import org.mailroom.intake.model.Verdict;

/** What a mail means, and what that was judged by. */
record Judged(Circumstances facts, Verdict verdict) {}
