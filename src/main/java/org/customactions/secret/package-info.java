/**
 * Encrypts the secrets in configs value by value, and decrypts them with the current key or an older one. A value can
 * be read only in the place that it was encrypted for.
 */
package org.customactions.secret;
