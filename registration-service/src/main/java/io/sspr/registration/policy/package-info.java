/** The rules in force, from configuration, told to the other services. */
@NullMarked
package io.sspr.registration.policy;

import org.jspecify.annotations.NullMarked;
