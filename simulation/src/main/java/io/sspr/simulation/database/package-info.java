/** As much of PostgreSQL as the services' own statements ask of it, in memory and in one thread. */
@NullMarked
package io.sspr.simulation.database;

import org.jspecify.annotations.NullMarked;
