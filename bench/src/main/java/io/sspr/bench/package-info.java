/** Measures what a reset costs: time, and CPU by process, while many people reset at once. */
@NullMarked
package io.sspr.bench;

import org.jspecify.annotations.NullMarked;
