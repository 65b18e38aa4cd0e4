/** Credentials: their versions, what a new password must satisfy, and how the first one comes. */
@NullMarked
package io.sspr.reset.credential;

import org.jspecify.annotations.NullMarked;
