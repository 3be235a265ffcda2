package org.customactions.identity;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same requests against the package. */
@QuarkusIntegrationTest
class TokenVerificationIT extends TokenVerificationQuarkusTest {}
