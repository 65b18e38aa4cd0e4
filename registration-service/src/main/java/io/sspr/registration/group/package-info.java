/** Groups of the organisation. */
@NullMarked
package io.sspr.registration.group;

import org.jspecify.annotations.NullMarked;
