/**
 * What {@code quarkus:dev} adds: an embedded database, demo data, tokens and a receiver of webhooks. None of it is in a
 * production package.
 */
package org.customactions.demo;
