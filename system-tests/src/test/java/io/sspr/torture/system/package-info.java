/** The parts of the crash test. */
@NullMarked
package io.sspr.torture.system;

import org.jspecify.annotations.NullMarked;
