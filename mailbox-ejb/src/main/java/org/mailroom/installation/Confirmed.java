package org.mailroom.installation;

/** A person has said what this installation is; once that is committed, mail moves again. */
record Confirmed(String installation) {}
