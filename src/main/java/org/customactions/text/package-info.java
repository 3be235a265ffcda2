/** Text rules that packages on different floors share: valid headers, and durations and sizes in messages. */
package org.customactions.text;
