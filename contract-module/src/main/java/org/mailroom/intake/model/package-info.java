/** The rules of intake, without the services they are looked up with. */
package org.mailroom.intake.model;
