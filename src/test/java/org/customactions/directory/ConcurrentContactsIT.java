package org.customactions.directory;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class ConcurrentContactsIT extends ConcurrentContactsQuarkusTest {}
