/** "This was not me", as far as methods go. */
@NullMarked
package io.sspr.registration.dispute;

import org.jspecify.annotations.NullMarked;
