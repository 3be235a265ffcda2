/**
 * Keys that make a repeated click take effect once, across replicas and restarts. The answer that is kept for a key is
 * encrypted with it.
 */
package org.customactions.idempotency;
