/** AES-GCM, HMAC and SHA-256, each written once. Their callers decide what they are used for, and with which key. */
package org.customactions.crypto;
