/** How often a reset may be requested for one account without ever being proven. */
@NullMarked
package io.sspr.reset.throttle;

import org.jspecify.annotations.NullMarked;
