/** Who lives through it: people, an administrator who changes the rules, and somebody who sends old requests again. */
@NullMarked
package io.sspr.torture.people;

import org.jspecify.annotations.NullMarked;
