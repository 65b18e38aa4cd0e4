package io.sspr.notification.delivery;

import io.sspr.notification.mail.SenderProperties;
import io.sspr.notification.template.Brand;
import io.sspr.notification.template.Languages;
import io.sspr.notification.template.Layout;
import io.sspr.notification.template.MailTemplates;
import io.sspr.notification.template.TextTemplates;
import io.sspr.notification.template.WordingProperties;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what messages are made with, and one sender for each channel, so that neither waits for the other. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean
    Brand brand(SenderProperties sender, WordingProperties wording) {
        URI supportLink = wording.brand().supportLink();
        return new Brand(
                sender.organisation(),
                sender.helpdesk(),
                wording.host(),
                wording.brand().colour(),
                wording.brand().supportText(),
                supportLink == null ? null : supportLink.toString());
    }

    @Bean
    Languages languages(WordingProperties wording) {
        return Languages.of(wording.templates());
    }

    @Bean
    MailTemplates mailTemplates(Brand brand, Languages languages, WordingProperties wording) {
        return new MailTemplates(brand, languages, Layout.of(wording.templates()), wording.zone());
    }

    @Bean
    TextTemplates textTemplates(Brand brand, Languages languages, WordingProperties wording) {
        return new TextTemplates(brand, languages, wording.zone());
    }

    @Bean
    DeliverySender mailDeliveries(
            Deliveries deliveries, DeliveryAttempts attempts, MailCouriers couriers, DeliveryProperties properties) {
        return new DeliverySender(deliveries, attempts, couriers, properties);
    }

    @Bean
    DeliverySender textDeliveries(
            Deliveries deliveries, DeliveryAttempts attempts, TextCouriers couriers, DeliveryProperties properties) {
        return new DeliverySender(deliveries, attempts, couriers, properties);
    }
}
