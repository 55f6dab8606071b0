/**
 * The rules of the architecture as tests. This module sees all others, so the rules live here; the
 * classes that break each of them are planted in packages named {@code planted}.
 */
package org.mailroom.architecture;
