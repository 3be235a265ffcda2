/**
 * Text rules that packages on different floors share: headers, content types, durations and sizes in messages, and
 * where an agent is.
 */
package org.customactions.text;
