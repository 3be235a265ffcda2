/** What connections from the service to others have in common: authorities that are trusted, and a proxy. */
package org.customactions.outbound;
