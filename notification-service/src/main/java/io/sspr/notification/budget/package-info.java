/** How many codes may go to one destination, one account and everybody. */
@NullMarked
package io.sspr.notification.budget;

import org.jspecify.annotations.NullMarked;
