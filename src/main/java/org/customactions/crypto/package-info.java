/**
 * AES-GCM, HMAC and SHA-256, each written once. What they are used for, and with which key, is decided where they are
 * called.
 */
package org.customactions.crypto;
