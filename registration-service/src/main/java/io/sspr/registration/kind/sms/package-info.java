/** Codes by text message. */
@NullMarked
package io.sspr.registration.kind.sms;

import org.jspecify.annotations.NullMarked;
