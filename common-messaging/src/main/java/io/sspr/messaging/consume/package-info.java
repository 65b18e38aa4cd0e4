/** Reads topics from the positions that the database knows. */
@NullMarked
package io.sspr.messaging.consume;

import org.jspecify.annotations.NullMarked;
