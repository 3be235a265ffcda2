/**
 * The one grammar of URLs and hosts, for saving, rendering and connecting. It does not decide whether an address may be
 * reached.
 */
package org.customactions.url;
