/** What the owner of an account is told of what became of their methods, and from where. */
@NullMarked
package io.sspr.registration.notice;

import org.jspecify.annotations.NullMarked;
