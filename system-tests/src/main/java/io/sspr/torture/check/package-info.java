/** Derives from the topics and the databases alone what must hold; shares no code with what the services decide. */
@NullMarked
package io.sspr.torture.check;

import org.jspecify.annotations.NullMarked;
