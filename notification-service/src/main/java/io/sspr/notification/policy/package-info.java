/** This service's copy of the rules in force. */
@NullMarked
package io.sspr.notification.policy;

import org.jspecify.annotations.NullMarked;
