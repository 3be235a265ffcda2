/** Serves the files that browsers load: the buttons, the console and their assets, with tags and compression. */
package org.customactions.web;
