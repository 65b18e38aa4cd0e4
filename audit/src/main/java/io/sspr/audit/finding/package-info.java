/** What an audit can find, and where. */
@NullMarked
package io.sspr.audit.finding;

import org.jspecify.annotations.NullMarked;
