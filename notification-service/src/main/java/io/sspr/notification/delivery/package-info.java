/** Deliveries from the moment they are owed to their outcome, safe for several instances. */
@NullMarked
package io.sspr.notification.delivery;

import org.jspecify.annotations.NullMarked;
