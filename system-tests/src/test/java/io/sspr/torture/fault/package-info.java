/** The plan of the crash test. */
@NullMarked
package io.sspr.torture.fault;

import org.jspecify.annotations.NullMarked;
