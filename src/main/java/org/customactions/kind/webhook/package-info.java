/**
 * The kind of action that calls an API: its config, what is sent, and what an agent sees of the answer. The package
 * {@code webhook} makes the call itself.
 */
package org.customactions.kind.webhook;
