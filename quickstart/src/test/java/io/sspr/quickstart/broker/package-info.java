/** Tests of the broker, in this JVM and as a process that is killed. */
@NullMarked
package io.sspr.quickstart.broker;

import org.jspecify.annotations.NullMarked;
