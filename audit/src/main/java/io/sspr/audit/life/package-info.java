/** What must hold for the events of one key, derived from them alone. */
@NullMarked
package io.sspr.audit.life;

import org.jspecify.annotations.NullMarked;
