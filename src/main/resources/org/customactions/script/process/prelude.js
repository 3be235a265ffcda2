// Runs in every context before the script does. Whatever it needs later is captured here, because the script may
// replace any builtin. It is strict, so that no function of it can be reached through the stack.
(function () {
    'use strict';
    const MAX_LOG_LINES = 100;
    const MAX_LOG_LENGTH = 1000;
    const UNREADABLE = 'The script threw a value that cannot be shown';

    const AsyncFunction = (async () => {}).constructor;
    const ErrorType = Error;
    const RangeErrorType = RangeError;
    const text = String;
    const { parse, stringify } = JSON;
    const { defineProperty, keys } = Object;
    const { apply } = Reflect;
    const { slice } = String.prototype;
    const nothing = Object.create(null);
    /** What a page cannot say, because the service knows it. */
    const PEOPLE = ['contact', 'user', 'organization'];

    const shorten = (line) => apply(slice, line, [0, MAX_LOG_LENGTH]);

    function define(target, name, value) {
        defineProperty(target, name, {
            __proto__: null,
            value,
            writable: true,
            enumerable: false,
            configurable: true,
        });
    }

    function show(value) {
        if (typeof value === 'string') {
            return value;
        }
        try {
            if (typeof value === 'object' && value !== null && !(value instanceof ErrorType)) {
                const json = stringify(value);
                if (json !== undefined) {
                    return json;
                }
            }
            return text(value);
        } catch {
            return '[unreadable]';
        }
    }

    function consoleOf(log) {
        let lines = 0;
        const write = (...values) => {
            if (lines === MAX_LOG_LINES) {
                return;
            }
            lines++;
            let line = '';
            for (let i = 0; i < values.length && line.length < MAX_LOG_LENGTH; i++) {
                line += (i === 0 ? '' : ' ') + shorten(show(values[i]));
            }
            log(shorten(line));
        };
        const console = {};
        for (const name of ['log', 'info', 'warn', 'error', 'debug']) {
            define(console, name, write);
        }
        return console;
    }

    function messageOf(error) {
        try {
            if (!(error instanceof ErrorType)) {
                return shorten(text(error));
            }
            return shorten(text(error.message)) || shorten(text(error.name));
        } catch {
            return UNREADABLE;
        }
    }

    function complete(report, value) {
        try {
            report.json = stringify(value);
            report.status = 'completed';
        } catch (error) {
            if (!(error instanceof RangeErrorType) || error.message !== 'Invalid string length') {
                throw error;
            }
            report.status = 'oversize';
        }
    }

    async function settle(body, report) {
        try {
            complete(report, await body());
        } catch (error) {
            report.error = error;
            report.message = messageOf(error);
            report.status = 'failed';
        }
    }

    return {
        __proto__: null,

        /** Undefined when the code is the body of an async function, else the parser's message. */
        check(code) {
            try {
                new AsyncFunction(code);
                return undefined;
            } catch (error) {
                return text(error.message);
            }
        },

        /** Starts the script; the report is filled once the jobs that it left behind have run. */
        run(body, contextJson, log) {
            const variables = parse(contextJson);
            define(globalThis, 'console', consoleOf(log));
            define(globalThis, 'context', variables);
            for (const name of keys(variables)) {
                define(globalThis, name, variables[name]);
            }
            if (variables.context) {
                for (const name of PEOPLE) {
                    variables.context[name] = variables[name];
                }
            }
            const report = { __proto__: nothing, status: 'pending', json: undefined, message: undefined };
            settle(body, report);
            return report;
        },
    };
})();
