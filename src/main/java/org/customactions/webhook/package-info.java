/**
 * Sends requests to addresses that strangers write: judges where they lead, connects to what passed, and bounds what an
 * upstream may do. A circuit leaves an upstream that keeps failing alone for a while.
 */
package org.customactions.webhook;
