/**
 * Takes from a process what running scripts does not need, by Linux' Landlock and seccomp: files, sockets and other
 * processes. It depends on nothing, so that the process holds nothing else while it gives its rights away.
 */
package org.customactions.script.confinement;
