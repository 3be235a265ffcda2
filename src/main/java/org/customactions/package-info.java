/**
 * Starts the service in production, or runs one of its commands instead. Everything else lives in a package per
 * feature, on the floors that {@code docs/architecture.md} draws.
 */
package org.customactions;
