/** What travels only inside a seal; none of these types prints its content. */
@NullMarked
package io.sspr.contract.secret;

import org.jspecify.annotations.NullMarked;
