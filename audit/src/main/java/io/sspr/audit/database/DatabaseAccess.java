package io.sspr.audit.database;

import io.sspr.contract.Service;

/** How a service's database is reached; a role that may only read its tables is enough. */
public record DatabaseAccess(Service service, String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
