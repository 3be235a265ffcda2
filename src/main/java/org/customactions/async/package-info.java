/** Work that nobody waits for any longer. */
package org.customactions.async;
