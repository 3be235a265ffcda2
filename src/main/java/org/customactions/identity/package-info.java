/** Verifies tokens and reads the caller and the role from their claims. */
package org.customactions.identity;
