package org.customactions.web;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.customactions.support.Full;

@Full
@QuarkusIntegrationTest
class ConsoleIT extends ConsoleQuarkusTest {}
