/** What ends by time alone. */
@NullMarked
package io.sspr.registration.expiry;

import org.jspecify.annotations.NullMarked;
