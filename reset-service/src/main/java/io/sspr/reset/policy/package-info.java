/** This service's copy of the rules in force. */
@NullMarked
package io.sspr.reset.policy;

import org.jspecify.annotations.NullMarked;
