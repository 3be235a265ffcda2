/**
 * Additions for {@code quarkus:dev}: an embedded database, demo data, tokens and a receiver of webhooks. None of them
 * is in a production package.
 */
package org.customactions.demo;
