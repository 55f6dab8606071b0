/** What a configuration document can state, and how two states differ. */
package org.mailroom.transfer.model;
