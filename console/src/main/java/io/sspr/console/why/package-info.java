/** What the rules come to for one person, rule by rule. */
@NullMarked
package io.sspr.console.why;

import org.jspecify.annotations.NullMarked;
