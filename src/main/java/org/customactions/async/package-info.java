/** Mutiny building blocks that belong to no feature. */
package org.customactions.async;
