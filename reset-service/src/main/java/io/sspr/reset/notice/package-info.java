/** What the owner of an account is told of what was done to it, and from where. */
@NullMarked
package io.sspr.reset.notice;

import org.jspecify.annotations.NullMarked;
