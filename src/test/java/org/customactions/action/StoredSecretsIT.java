package org.customactions.action;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class StoredSecretsIT extends StoredSecretsQuarkusTest {}
