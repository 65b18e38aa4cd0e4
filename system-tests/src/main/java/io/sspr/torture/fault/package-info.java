/** What is done to the parts: a plan drawn from a seed, and who carries it out. */
@NullMarked
package io.sspr.torture.fault;

import org.jspecify.annotations.NullMarked;
