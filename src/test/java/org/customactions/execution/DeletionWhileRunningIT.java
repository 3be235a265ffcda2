package org.customactions.execution;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class DeletionWhileRunningIT extends DeletionWhileRunningQuarkusTest {}
