/**
 * Diagrams as documents: BPMN 2.0 XML read with care, checked, converted, laid out and made
 * runnable.
 */
package org.mailroom.flow.bpmn;
