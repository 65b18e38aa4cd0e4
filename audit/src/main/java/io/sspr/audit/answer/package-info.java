/** Requests and their replies. */
@NullMarked
package io.sspr.audit.answer;

import org.jspecify.annotations.NullMarked;
