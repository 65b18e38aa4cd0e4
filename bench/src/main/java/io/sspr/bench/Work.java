package io.sspr.bench;

/**
 * What one reset has done that could not be left out, by its traces.
 *
 * @param sealsToServices values sealed with a service's public key
 * @param pairwiseSeals values sealed with a key that two services share
 * @param records on Kafka
 * @param recordBytes of their keys, values and headers
 * @param kafkaTransactions of the services
 * @param rows inserted, updated and deleted
 * @param walBytes of PostgreSQL
 * @param commits of transactions that wrote
 */
record Work(
        double sealsToServices,
        double pairwiseSeals,
        double records,
        double recordBytes,
        double kafkaTransactions,
        double rows,
        double walBytes,
        double commits) {}
