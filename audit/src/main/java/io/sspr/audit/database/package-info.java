/** What a service's database says, to hold against the log. */
@NullMarked
package io.sspr.audit.database;

import org.jspecify.annotations.NullMarked;
