/**
 * Mail servers that sign us in with a token: the library's IMAP and SMTP, which then choose between
 * OAUTHBEARER and XOAUTH2 by what the server offers. With a password they are the library's own,
 * but for SMTP by CRAM-MD5.
 */
package org.mailroom.bearer;
