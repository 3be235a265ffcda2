/**
 * Starts the service in production, or runs one of its commands instead. Each feature has a package of its own, on the
 * floors that {@code docs/architecture.md} draws.
 */
package org.customactions;
