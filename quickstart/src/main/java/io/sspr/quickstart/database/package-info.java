/** One real PostgreSQL on the loopback interface, with a database and a role for each service that reach nothing else. */
@NullMarked
package io.sspr.quickstart.database;

import org.jspecify.annotations.NullMarked;
