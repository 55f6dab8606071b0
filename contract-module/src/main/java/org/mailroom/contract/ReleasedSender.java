package org.mailroom.contract;

import java.time.Instant;
import org.mailroom.mailbox.EmailAddress;

/** A sender whose mail a contract takes, whatever its sender policy, because a person said so. */
public record ReleasedSender(EmailAddress address, Instant releasedAt, String releasedBy) {}
