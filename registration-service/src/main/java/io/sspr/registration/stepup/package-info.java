/** Proving a method within a sign-in. */
@NullMarked
package io.sspr.registration.stepup;

import org.jspecify.annotations.NullMarked;
