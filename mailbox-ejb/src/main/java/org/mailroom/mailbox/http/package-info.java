/**
 * HTTP to servers that people name, such as an authorisation server: held to the operator's allowed
 * hosts, with time-outs and a limit to what is read.
 */
package org.mailroom.mailbox.http;
