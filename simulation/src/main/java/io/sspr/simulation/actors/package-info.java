/** Who writes requests: people, whoever attacks them, and administrators; all that they know is what came back to them. */
@NullMarked
package io.sspr.simulation.actors;

import org.jspecify.annotations.NullMarked;
