/** Mutiny pieces that no feature owns. */
package org.customactions.async;
