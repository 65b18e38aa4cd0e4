/** The kinds of methods: what is particular to each stands in a package of its own, behind one interface. */
@NullMarked
package io.sspr.registration.kind;

import org.jspecify.annotations.NullMarked;
