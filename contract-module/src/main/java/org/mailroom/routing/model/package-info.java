/** The rules of routing, without the services they are looked up with. */
package org.mailroom.routing.model;
