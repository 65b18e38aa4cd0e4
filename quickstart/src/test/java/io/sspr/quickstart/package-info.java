/** Tests of the whole quick start: in this JVM, and as the process that a person starts and stops. */
@NullMarked
package io.sspr.quickstart;

import org.jspecify.annotations.NullMarked;
