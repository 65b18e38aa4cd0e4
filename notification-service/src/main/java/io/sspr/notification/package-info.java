/** How to reach a person: one address for a code, all of them for a notice. */
@NullMarked
package io.sspr.notification;

import org.jspecify.annotations.NullMarked;
