/** A front end that knows nothing but the published contract, and the demonstration made with it. */
@NullMarked
package io.sspr.demo;

import org.jspecify.annotations.NullMarked;
