package org.customactions.history;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.customactions.support.Full;

/** The same against the packaged service. */
@Full
@QuarkusIntegrationTest
class ExchangeLeaksNothingIT extends ExchangeLeaksNothingQuarkusTest {}
