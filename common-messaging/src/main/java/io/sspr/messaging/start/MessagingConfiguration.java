package io.sspr.messaging.start;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.sspr.contract.Client;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.seal.AssertionVerifier;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.seal.Opener;
import io.sspr.messaging.Handler;
import io.sspr.messaging.MessagingProperties;
import io.sspr.messaging.ServiceIdentity;
import io.sspr.messaging.SsprProperties;
import io.sspr.messaging.Transactions;
import io.sspr.messaging.broker.ClientSettings;
import io.sspr.messaging.broker.SafeSettings;
import io.sspr.messaging.broker.TopicSetup;
import io.sspr.messaging.consume.Reading;
import io.sspr.messaging.handle.BatchProcessor;
import io.sspr.messaging.handle.Handling;
import io.sspr.messaging.handle.HandlingMeters;
import io.sspr.messaging.intake.Grants;
import io.sspr.messaging.intake.HandlerTable;
import io.sspr.messaging.intake.Intake;
import io.sspr.messaging.intake.SealedContent;
import io.sspr.messaging.intake.SignedInPerson;
import io.sspr.messaging.observe.ReadingHealth;
import io.sspr.messaging.observe.RelayHealth;
import io.sspr.messaging.outbox.Outbox;
import io.sspr.messaging.relay.Relay;
import io.sspr.messaging.relay.RelayMeters;
import io.sspr.messaging.relay.RelayPlan;
import io.sspr.messaging.sweep.Sweeper;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;

/** Takes part in the conversation as the service that a {@link ServiceIdentity} bean names, with its {@link Handler} beans. */
@AutoConfiguration(
        after = KafkaAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnBean(ServiceIdentity.class)
@EnableConfigurationProperties({MessagingProperties.class, SsprProperties.class})
public class MessagingConfiguration {

    /** Before any key is read: a key belongs to the provider that made it. */
    @Bean
    static BeanFactoryPostProcessor nativeCryptography() {
        return beans -> NativeCryptography.prefer();
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    @ConditionalOnMissingBean
    KeyMaterial keyMaterial(SsprProperties properties, Clock clock) {
        return new KeyMaterial(properties.secrets(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    Opener opener(KeyMaterial keys, ServiceIdentity identity) {
        return keys.opener(identity.service().principal());
    }

    @Bean
    @ConditionalOnMissingBean
    AssertionVerifier assertionVerifier(KeyMaterial keys) {
        return keys.assertionVerifier();
    }

    @Bean
    ClientSettings messagingClientSettings(
            Environment environment,
            ConsumerFactory<?, ?> consumers,
            ProducerFactory<?, ?> producers,
            KafkaAdmin admin) {
        SafeSettings.check(environment);
        return new ClientSettings(
                consumers.getConfigurationProperties(),
                producers.getConfigurationProperties(),
                admin.getConfigurationProperties());
    }

    @Bean
    Outbox messagingOutbox(JdbcTemplate jdbc, SsprProperties properties) {
        return new Outbox(jdbc, properties.grantedClients());
    }

    @Bean
    Intake messagingIntake(
            ServiceIdentity identity,
            SsprProperties properties,
            List<Handler<?, ?>> handlers,
            AssertionVerifier verifier,
            Opener opener,
            Clock clock) {
        Service service = identity.service();
        return new Intake(
                service,
                new HandlerTable(service, handlers),
                new Grants(service, properties.grantedClients()),
                new SignedInPerson(verifier, service.principal()),
                new SealedContent(opener, service.principal()),
                clock);
    }

    @Bean
    Handling messagingHandling(
            ServiceIdentity identity,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Outbox outbox,
            ObjectProvider<MeterRegistry> registry,
            Clock clock,
            SecureRandom random,
            MessagingProperties properties) {
        return new Handling(
                identity.service(),
                jdbc,
                transactions,
                outbox,
                new HandlingMeters(registry.getIfAvailable(CompositeMeterRegistry::new)),
                clock,
                random,
                properties.parkTime());
    }

    @Bean
    BatchProcessor messagingProcessor(Handling handling, Intake intake, MessagingProperties properties) {
        return handling.processor(intake, properties.deadLetterTries());
    }

    @Bean
    Transactions messagingTransactions(Handling handling) {
        return handling.transactions();
    }

    @Bean
    Relay messagingRelay(
            ServiceIdentity identity,
            DataSource dataSource,
            ClientSettings settings,
            MessagingProperties properties,
            ObjectProvider<MeterRegistry> registry) {
        Service service = identity.service();
        RelayPlan plan = new RelayPlan(
                service.principal(),
                Topics.checkpoint(service),
                settings.transactionalWriter(service.principal()),
                settings.plainReader(),
                properties.relayBatch(),
                properties.lease());
        return new Relay(plan, dataSource, new RelayMeters(registry.getIfAvailable(CompositeMeterRegistry::new)));
    }

    @Bean
    Reading messagingReading(
            ServiceIdentity identity,
            SsprProperties properties,
            MessagingProperties messaging,
            BatchProcessor processor,
            JdbcTemplate jdbc,
            ClientSettings settings,
            ObjectProvider<MeterRegistry> registry) {
        return new Reading(
                identity.service(),
                properties.grantedClients(),
                processor,
                jdbc,
                settings,
                messaging.maxPollRecords(),
                registry.getIfAvailable(CompositeMeterRegistry::new));
    }

    @Bean
    Sweeper messagingSweeper(
            ServiceIdentity identity,
            Handling handling,
            BatchProcessor processor,
            JdbcTemplate jdbc,
            SsprProperties properties,
            Clock clock) {
        return new Sweeper(
                identity.service().principal(), handling, processor, jdbc, properties.grantedClients(), clock);
    }

    @Bean
    Messaging messaging(
            ServiceIdentity identity,
            SsprProperties sspr,
            MessagingProperties properties,
            ClientSettings settings,
            Reading reading,
            Relay relay,
            Sweeper sweeper,
            KeyMaterial keys,
            Handling handling,
            JdbcTemplate jdbc) {
        Service service = identity.service();
        List<Client> clients = sspr.grantedClients();
        return new Messaging(
                service.principal(),
                settings.administrator(),
                new TopicSetup(clients, service, properties.createTopics(), properties.replicationFactor()),
                properties.transactionVersion(),
                reading,
                relay,
                sweeper,
                new KeyPublication(service, keys, handling.transactions(), jdbc));
    }

    @Bean
    RelayHealth relayHealthIndicator(Relay relay, JdbcTemplate jdbc, MessagingProperties properties) {
        return new RelayHealth(relay, jdbc, properties.oldestUnpublished());
    }

    @Bean
    ReadingHealth readingHealthIndicator(Messaging messaging, Reading reading, Sweeper sweeper, JdbcTemplate jdbc) {
        return new ReadingHealth(messaging::waitingFor, reading, sweeper, jdbc);
    }
}
