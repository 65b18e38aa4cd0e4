/** What must hold after every step, re-derived from what was written; nothing here is shared with what decides. */
@NullMarked
package io.sspr.simulation.check;

import org.jspecify.annotations.NullMarked;
