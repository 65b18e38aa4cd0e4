/** Tests of the database over a real PostgreSQL. */
@NullMarked
package io.sspr.quickstart.database;

import org.jspecify.annotations.NullMarked;
