/** What was proven within a sign-in, and what that allows. */
@NullMarked
package io.sspr.registration.signin;

import org.jspecify.annotations.NullMarked;
