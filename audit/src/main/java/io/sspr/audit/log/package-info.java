/** The topics, read from their first committed record to their last. */
@NullMarked
package io.sspr.audit.log;

import org.jspecify.annotations.NullMarked;
