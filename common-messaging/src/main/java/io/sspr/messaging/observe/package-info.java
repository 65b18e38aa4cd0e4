/** Health and metrics that tell the truth. */
@NullMarked
package io.sspr.messaging.observe;

import org.jspecify.annotations.NullMarked;
