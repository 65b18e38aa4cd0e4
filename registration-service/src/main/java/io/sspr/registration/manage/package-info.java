/** Looking after one's methods; and, for administrators, making somebody register anew. */
@NullMarked
package io.sspr.registration.manage;

import org.jspecify.annotations.NullMarked;
