/** Handles batches of records, each in one transaction of the database. */
@NullMarked
package io.sspr.messaging.handle;

import org.jspecify.annotations.NullMarked;
