/** The reference front end: pages for people, over the published contract alone. */
@NullMarked
package io.sspr.portal;

import org.jspecify.annotations.NullMarked;
