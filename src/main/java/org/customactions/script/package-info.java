/**
 * The sandbox as the service sees it: whose turn it is, the processes that run scripts, and how a run ended. It never
 * runs a script in the service's own process.
 */
package org.customactions.script;
