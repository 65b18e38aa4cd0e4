@NullMarked
package io.sspr.console.organisation;

import org.jspecify.annotations.NullMarked;
