/** What reading keeps, its rules, and its ports: where mail comes from and where it is stored. */
package org.mailroom.inbound.model;
