/** Hands the log and the databases to the audit. */
@NullMarked
package io.sspr.torture.check;

import org.jspecify.annotations.NullMarked;
