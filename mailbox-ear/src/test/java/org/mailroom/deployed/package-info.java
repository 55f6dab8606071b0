/** The packed application, run as an operator runs it: over HTTP, with real mail servers. */
package org.mailroom.deployed;
