/** Text rules that packages on different floors share: headers, content types, and durations and sizes in messages. */
package org.customactions.text;
