package org.mailroom.mailbox.planted;

import jakarta.persistence.EntityManager;

/** Breaks a rule: an entity manager outside of a package for JPA. */
public record KeepsEntities(EntityManager entities) {}
