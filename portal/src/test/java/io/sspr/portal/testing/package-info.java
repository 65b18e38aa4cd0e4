/** A portal over a real broker, and a browser for it. */
@NullMarked
package io.sspr.portal.testing;

import org.jspecify.annotations.NullMarked;
