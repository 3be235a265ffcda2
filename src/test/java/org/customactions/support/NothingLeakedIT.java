package org.customactions.support;

import org.junit.jupiter.api.Order;

/** The same of the packaged services. */
@Order(Integer.MAX_VALUE)
class NothingLeakedIT extends NothingLeakedTest {}
