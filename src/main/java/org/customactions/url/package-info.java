/**
 * The one grammar of URLs and hosts, for saving, rendering and connecting. Whether an address may be reached is not
 * judged here.
 */
package org.customactions.url;
