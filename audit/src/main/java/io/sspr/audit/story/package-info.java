/** What happened to one account, in plain words. */
@NullMarked
package io.sspr.audit.story;

import org.jspecify.annotations.NullMarked;
