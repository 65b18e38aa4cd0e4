package io.sspr.portal.web;

import io.sspr.contract.Service;
import io.sspr.portal.log.Services;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The services' key sets as they stand on the log, signed; a page's script checks them against the anchor. */
@RestController
class KeySetPages {

    private final Services services;

    KeySetPages(Services services) {
        this.services = services;
    }

    @GetMapping("/keys/registration")
    ResponseEntity<String> registration() {
        return keySet(Service.REGISTRATION);
    }

    @GetMapping("/keys/reset")
    ResponseEntity<String> reset() {
        return keySet(Service.RESET);
    }

    private ResponseEntity<String> keySet(Service service) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/jose"))
                .body(services.keySet(service));
    }
}
