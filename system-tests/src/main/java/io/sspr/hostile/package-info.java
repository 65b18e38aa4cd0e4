/** Sends whatever nobody should send to running services, and looks what becomes of each message of it (G7). */
@NullMarked
package io.sspr.hostile;

import org.jspecify.annotations.NullMarked;
