/**
 * Keys that make a repeated click take effect once, across replicas and restarts. The kept answer is encrypted with the
 * key.
 */
package org.customactions.idempotency;
