package org.customactions.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.customactions.support.Full;

/** The same requests against the package. */
@Full
@QuarkusIntegrationTest
class RequestIdIT extends RequestIdQuarkusTest {}
