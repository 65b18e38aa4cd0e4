/** What people are asked at sign-in to register or to look at. */
@NullMarked
package io.sspr.registration.demand;

import org.jspecify.annotations.NullMarked;
