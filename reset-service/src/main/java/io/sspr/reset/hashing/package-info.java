/** Argon2id, native where it loads and portable where it does not, within a budget of memory. */
@NullMarked
package io.sspr.reset.hashing;

import org.jspecify.annotations.NullMarked;
