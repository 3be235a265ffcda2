/**
 * The service's side of the sandbox: the queue, the processes that run scripts, and the outcomes. It never runs a
 * script in the service's own process.
 */
package org.customactions.script;
