package io.sspr.reset.guessable;

import java.util.Random;

class MakesGuessableCodes {

    int code(Random random) {
        return random.nextInt();
    }
}
