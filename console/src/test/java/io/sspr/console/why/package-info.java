@NullMarked
package io.sspr.console.why;

import org.jspecify.annotations.NullMarked;
