/** Codes: to one address, within a budget, and only while they are of use. */
@NullMarked
package io.sspr.notification.code;

import org.jspecify.annotations.NullMarked;
