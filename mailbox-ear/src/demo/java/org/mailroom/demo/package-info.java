/** What {@code mvn -Pdemo} adds to the application; absent from the product. */
package org.mailroom.demo;
