/** What is asked of people who have signed in, under test. */
@NullMarked
package io.sspr.portal.demand;

import org.jspecify.annotations.NullMarked;
