/** What administrators do for others; they never know a password. */
@NullMarked
package io.sspr.reset.administrator;

import org.jspecify.annotations.NullMarked;
