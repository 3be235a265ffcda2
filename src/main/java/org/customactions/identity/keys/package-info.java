/** The keys that tokens are verified with: where they come from, and how they stay up to date. */
package org.customactions.identity.keys;
