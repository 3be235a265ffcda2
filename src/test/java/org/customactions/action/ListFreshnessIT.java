package org.customactions.action;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.customactions.support.Full;

/** The same against the packaged service. */
@Full
@QuarkusIntegrationTest
class ListFreshnessIT extends ListFreshnessQuarkusTest {}
