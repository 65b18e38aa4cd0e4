/** What a new password must satisfy by itself: length, characters, and that it is not easily guessed; pure. */
@NullMarked
package io.sspr.reset.password;

import org.jspecify.annotations.NullMarked;
