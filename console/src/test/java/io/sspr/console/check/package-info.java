@NullMarked
package io.sspr.console.check;

import org.jspecify.annotations.NullMarked;
