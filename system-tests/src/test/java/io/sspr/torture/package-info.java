/** The crash test, in its short version. */
@NullMarked
package io.sspr.torture;

import org.jspecify.annotations.NullMarked;
