package org.customactions.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same requests against the package. */
@QuarkusIntegrationTest
class RequestIdIT extends RequestIdQuarkusTest {}
