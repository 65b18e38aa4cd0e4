/** Sign-in with smart lockout: wrong passwords are counted per account, familiar origins apart from others. */
@NullMarked
package io.sspr.reset.signin;

import org.jspecify.annotations.NullMarked;
