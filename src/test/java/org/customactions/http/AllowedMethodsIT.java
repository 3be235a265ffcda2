package org.customactions.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class AllowedMethodsIT extends AllowedMethodsQuarkusTest {}
