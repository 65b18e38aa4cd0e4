package io.sspr.reset.flow;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits of a reset, and who decides with them. */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

    @Bean
    ResetLimits resetLimits() {
        return ResetLimits.SAFE;
    }

    @Bean
    ResetDecider resetDecider(ResetLimits limits) {
        return new ResetDecider(limits);
    }
}
