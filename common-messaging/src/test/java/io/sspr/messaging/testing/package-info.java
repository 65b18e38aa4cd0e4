/** One real broker and one real database for all tests of a JVM. */
@NullMarked
package io.sspr.messaging.testing;

import org.jspecify.annotations.NullMarked;
