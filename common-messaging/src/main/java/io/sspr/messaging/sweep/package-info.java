/** What is due by time: parked requests, tallies of refusals, forgotten request ids. */
@NullMarked
package io.sspr.messaging.sweep;

import org.jspecify.annotations.NullMarked;
