/** Kills services again and again while people reset their passwords, then checks the log and the databases. */
@NullMarked
package io.sspr.torture;

import org.jspecify.annotations.NullMarked;
