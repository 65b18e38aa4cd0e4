package io.sspr.reset.flow;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who decides about resets. */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

    @Bean
    ResetDecider resetDecider() {
        return new ResetDecider();
    }
}
