/**
 * The code inside a script process: the engine, its limits, and the pipe to the service. It depends on nothing of the
 * service, so that a script cannot reach anything of it.
 */
package org.customactions.script.process;
