/**
 * The kind of action that calls an API: its config, what is sent, and what an agent sees of the answer. The call itself
 * is made by the package {@code webhook}.
 */
package org.customactions.kind.webhook;
