/** Events as lines of JSON. */
@NullMarked
package io.sspr.audit.export;

import org.jspecify.annotations.NullMarked;
