/**
 * Rows that tell what happened to an action, and reading them page by page. What the history of executions and the
 * trail of changes have in common.
 */
package org.customactions.log;
