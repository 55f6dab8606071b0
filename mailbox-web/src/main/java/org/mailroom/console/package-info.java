/**
 * The screens for people, one sub-package each. A view bean holds ids and a form, calls one face
 * and adds one message; what all screens share (failures, texts, lists, menu) lies here.
 */
package org.mailroom.console;
