package io.sspr.torture;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to torture.
 *
 * @param duration how long services are killed
 * @param seed draws the plan of kills: the same seed, the same plan
 * @param workers people at once
 * @param betweenKills mean time between two kills
 * @param directory where data and logs of the run go; of this run alone, for its people must be new
 */
public record TortureOptions(Duration duration, long seed, int workers, Duration betweenKills, Path directory) {}
