// What the code of a JavaScript action can use, and what it may return. docs/scripts.md tells the whole.
// The language itself is ECMAScript 2025: add "lib": ["es2025"] and no "dom" to check scripts in an editor.

/** Anything that JSON can hold, and a bigint, which is written as its digits. */
type Json = string | number | bigint | boolean | null | Json[] | { [name: string]: Json };

/** The contact of the click. A name that is not known is an empty text. */
declare const contact: {
    id: string;
    phone_number: string;
    name: string;
    profile_name: string;
    tags: string[];
    metadata: { [name: string]: any };
};

/** Who clicked. */
declare const user: { id: string; name: string; email: string; role: string };

declare const organization: { id: string; name: string };

/** The action that runs. */
declare const action: { id: string; name: string };

/** What the agent filled in before the click, by the names of the action's inputs. */
declare const input: { [name: string]: string | number | boolean | null };

/** What the page handed over, with the contact, the user and the organization in it. */
declare const context: {
    contact: typeof contact;
    user: typeof user;
    organization: typeof organization;
    time_zone?: string;
    locale?: string;
    [name: string]: any;
};

/** What the code may return. Any other value changes nothing for the agent; `data.result` of the answer has it. */
interface ScriptResult {
    /** What the agent sees; `Action completed` if it is left out. */
    toast?: string | { message: string; type?: 'success' | 'error' | 'info' | 'warning' };
    /** Text that is copied. */
    clipboard?: string;
    /** A page that is opened: http, https, mailto, tel, or a path of the chat product. */
    url?: string;
    /** Whether the page is opened in a tab of its own; true if it is left out. */
    open_in_new_tab?: boolean;
    /** What the answer says beside the toast; the toast of a failure if there is no other. */
    message?: string;
    /** False makes the click a failed one. */
    success?: boolean;
    [name: string]: unknown;
}

declare const console: {
    assert(isTrue: unknown, ...values: unknown[]): void;
    clear(): void;
    count(label?: string): void;
    countReset(label?: string): void;
    debug(...values: unknown[]): void;
    dir(value: unknown): void;
    dirxml(...values: unknown[]): void;
    error(...values: unknown[]): void;
    group(...values: unknown[]): void;
    groupCollapsed(...values: unknown[]): void;
    groupEnd(): void;
    info(...values: unknown[]): void;
    log(...values: unknown[]): void;
    table(rows: unknown, columns?: string[]): void;
    time(label?: string): void;
    timeEnd(label?: string): void;
    timeLog(label?: string, ...values: unknown[]): void;
    trace(...values: unknown[]): void;
    warn(...values: unknown[]): void;
};

declare class URL {
    static canParse(url: string | URL, base?: string | URL): boolean;
    static parse(url: string | URL, base?: string | URL): URL | null;
    constructor(url: string | URL, base?: string | URL);
    href: string;
    readonly origin: string;
    protocol: string;
    username: string;
    password: string;
    host: string;
    hostname: string;
    port: string;
    pathname: string;
    search: string;
    readonly searchParams: URLSearchParams;
    hash: string;
    toString(): string;
    toJSON(): string;
}

declare class URLSearchParams {
    constructor(init?: string | URLSearchParams | Iterable<[string, string]> | { [name: string]: string | number });
    readonly size: number;
    append(name: string, value: string | number): void;
    delete(name: string, value?: string): void;
    get(name: string): string | null;
    getAll(name: string): string[];
    has(name: string, value?: string): boolean;
    set(name: string, value: string | number): void;
    sort(): void;
    forEach(callback: (value: string, name: string, params: URLSearchParams) => void): void;
    entries(): IterableIterator<[string, string]>;
    keys(): IterableIterator<string>;
    values(): IterableIterator<string>;
    toString(): string;
    [Symbol.iterator](): IterableIterator<[string, string]>;
}

declare class TextEncoder {
    readonly encoding: 'utf-8';
    encode(text?: string): Uint8Array;
    encodeInto(text: string, bytes: Uint8Array): { read: number; written: number };
}

/** Reads UTF-8 and UTF-16. */
declare class TextDecoder {
    constructor(encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
    readonly encoding: string;
    readonly fatal: boolean;
    readonly ignoreBOM: boolean;
    decode(bytes?: ArrayBuffer | ArrayBufferView): string;
}

declare function atob(base64: string): string;
declare function btoa(characters: string): string;
declare function structuredClone<T>(value: T, options?: { transfer?: ArrayBuffer[] }): T;
declare function queueMicrotask(callback: () => void): void;
declare function setTimeout(callback: (...args: any[]) => void, milliseconds?: number, ...args: any[]): number;
declare function clearTimeout(timer?: number): void;

/** A key of HMAC. */
interface CryptoKey {
    readonly type: 'secret';
    readonly algorithm: { name: 'HMAC'; hash: { name: string }; length: number };
    readonly extractable: boolean;
    readonly usages: ('sign' | 'verify')[];
}

type Bytes = ArrayBuffer | ArrayBufferView;
type Digest = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

declare const crypto: {
    randomUUID(): string;
    getRandomValues<T extends ArrayBufferView>(view: T): T;
    readonly subtle: {
        digest(algorithm: Digest | { name: Digest }, data: Bytes): Promise<ArrayBuffer>;
        importKey(
            format: 'raw',
            key: Bytes,
            algorithm: { name: 'HMAC'; hash: Digest | { name: Digest } },
            extractable: boolean,
            usages: ('sign' | 'verify')[],
        ): Promise<CryptoKey>;
        sign(algorithm: 'HMAC', key: CryptoKey, data: Bytes): Promise<ArrayBuffer>;
        verify(algorithm: 'HMAC', key: CryptoKey, signature: Bytes, data: Bytes): Promise<boolean>;
    };
};

declare const performance: { now(): number };
