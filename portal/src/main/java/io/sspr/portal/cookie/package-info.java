/** What a browser keeps for us, encrypted, so that every instance knows where a person is and none keeps it. */
@NullMarked
package io.sspr.portal.cookie;

import org.jspecify.annotations.NullMarked;
