/**
 * Rules of text that packages on other floors share: what headers may hold, and how sentences name durations and sizes.
 */
package org.customactions.text;
