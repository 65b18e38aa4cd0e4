package io.sspr.contract.violating;

import org.springframework.stereotype.Component;

@Component
class SpringInTheContract {}
