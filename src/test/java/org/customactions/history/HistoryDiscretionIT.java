package org.customactions.history;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class HistoryDiscretionIT extends HistoryDiscretionQuarkusTest {}
