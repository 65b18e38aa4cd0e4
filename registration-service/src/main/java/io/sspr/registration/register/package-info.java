/** Registering a method: the person names an address or gets the secret of an app, then proves it. */
@NullMarked
package io.sspr.registration.register;

import org.jspecify.annotations.NullMarked;
