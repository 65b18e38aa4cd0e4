/** Recovery codes, which the person keeps. */
@NullMarked
package io.sspr.registration.kind.recovery;

import org.jspecify.annotations.NullMarked;
