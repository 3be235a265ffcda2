/**
 * What runs inside a script process: the engine, its limits, and the pipe to the service. It depends on nothing of the
 * service, so that nothing of it can be reached from a script.
 */
package org.customactions.script.process;
