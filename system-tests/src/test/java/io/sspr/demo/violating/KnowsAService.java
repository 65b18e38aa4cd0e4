package io.sspr.demo.violating;

import io.sspr.reset.violating.AsksAnotherService;

class KnowsAService {

    AsksAnotherService inside() {
        return new AsksAnotherService();
    }
}
