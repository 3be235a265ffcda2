package org.customactions.changes;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class ChangesDiscretionIT extends ChangesDiscretionQuarkusTest {}
