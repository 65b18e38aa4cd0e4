package io.sspr.reset.speaking;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

class SpeaksPastTheOutbox {

    void speak(Producer<String, byte[]> producer) {
        var unused = producer.send(new ProducerRecord<>("topic", new byte[0]));
    }
}
