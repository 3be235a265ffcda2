/**
 * Sends requests to URLs that strangers write. It checks where they lead, connects to checked addresses only, and
 * limits what an upstream can do. If an upstream keeps failing, a circuit stops the calls to it for a while.
 */
package org.customactions.webhook;
