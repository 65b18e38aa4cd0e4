/** The gateway that text messages are handed to. */
@NullMarked
package io.sspr.notification.sms;

import org.jspecify.annotations.NullMarked;
