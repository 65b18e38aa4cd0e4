/** The current fact per key on compacted topics; the only place where personal data lives. */
@NullMarked
package io.sspr.contract.state;

import org.jspecify.annotations.NullMarked;
