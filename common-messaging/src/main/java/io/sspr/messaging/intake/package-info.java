/** Checks a record before anything is done about it: who sent it, how old it is, what its seal holds. */
@NullMarked
package io.sspr.messaging.intake;

import org.jspecify.annotations.NullMarked;
