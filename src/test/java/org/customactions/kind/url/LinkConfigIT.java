package org.customactions.kind.url;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class LinkConfigIT extends LinkConfigQuarkusTest {}
