/** Puts the parts together and starts them in order. */
@NullMarked
package io.sspr.messaging.start;

import org.jspecify.annotations.NullMarked;
