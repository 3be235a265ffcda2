package org.customactions.script;

/**
 * The reason why code is not the body of an async function.
 *
 * @param message what is wrong, without the place
 * @param line counted from 1 in the code as written
 * @param column counted from 1 in UTF-16 units
 */
public record ScriptSyntaxError(String message, int line, int column) {}
