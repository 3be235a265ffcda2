/**
 * Reads rows that tell of an action, newest first and page by page: the part that the history and the changes share.
 */
package org.customactions.log;
