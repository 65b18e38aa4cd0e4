/** People's ways through the whole system, and what strangers try. */
@NullMarked
package io.sspr.journey;

import org.jspecify.annotations.NullMarked;
