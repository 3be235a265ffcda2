package org.customactions.database;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class BrokenCommitIT extends BrokenCommitQuarkusTest {}
