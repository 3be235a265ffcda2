import { CurlFault, placeOf, shortened } from './fault';
import { longOption, meantBy, type Option, shortOption } from './options';
import type { Word } from './words';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** An option with its value, or what stands alone: a URL. */
export interface Argument {
  /** The long name; empty for a URL. */
  readonly name: string;
  readonly value: string;
}

export interface Arguments {
  readonly list: readonly Argument[];
  /** What becomes of what is left out. */
  readonly remarks: readonly string[];
}

const DASHES = /^[\u2010-\u2015\u2212]+/;

/**
 * Reads the arguments of curl.
 *
 * @throws CurlFault if one is unknown, cannot be done here, or lacks its value
 */
export function argumentsOf(given: readonly Word[], command: string): Arguments {
  const list: Argument[] = [];
  const remarks = new Set<string>();
  let onlyUrls = false;
  for (let at = 0; at < given.length; at++) {
    const word = given[at];
    if (onlyUrls || !isOption(word, command)) {
      list.push({ name: '', value: word.text });
    } else if (word.text === '--') {
      onlyUrls = true;
    } else {
      for (const { option, value } of optionsIn(word, command)) {
        const isNext = option.takesValue && value === undefined;
        at += isNext ? 1 : 0;
        if (isNext && at >= given.length) {
          throw new CurlFault(fill(words.curl.noValue, { option: written(option, word) }));
        }
        const taken = isNext ? given[at].text : (value ?? '');
        refuseSlip(option, taken, word, command);
        list.push({ name: option.name, value: taken });
        note(option, remarks);
      }
    }
  }
  return { list: list.filter(({ name }) => name === '' || longOption(name)?.use === 'used'), remarks: [...remarks] };
}

function isOption(word: Word, command: string): boolean {
  if (DASHES.test(word.text)) {
    const right = word.text.replace(DASHES, word.text.length - word.text.replace(DASHES, '').length > 1 ? '--' : '');
    throw new CurlFault(
      fill(words.curl.longDash, { option: word.text, place: placeOf(command, word.at), right: dashed(right) }),
    );
  }
  return word.text.startsWith('-') && word.text !== '-';
}

function dashed(name: string): string {
  const bare = name.replace(/^-+/, '');
  return bare.length === 1 ? `-${bare}` : `--${bare}`;
}

interface Given {
  readonly option: Option;
  /** What stands right behind its letter. */
  readonly value?: string;
}

/** The options of one word: a long one, or letters together, the last of which may have its value behind it. */
function optionsIn(word: Word, command: string): readonly Given[] {
  if (word.text.startsWith('--')) {
    return [{ option: longOption(word.text) ?? unknown(word.text, word, command) }];
  }
  const given: Given[] = [];
  const letters = word.text.slice(1);
  for (let at = 0; at < letters.length; at++) {
    const option = shortOption(letters[at]) ?? unknown(`-${letters[at]}`, word, command);
    const value = letters.slice(at + 1);
    given.push(option.takesValue && value ? { option, value } : { option });
    if (option.takesValue) {
      break;
    }
  }
  return given;
}

function unknown(name: string, word: Word, command: string): never {
  const place = placeOf(command, word.at);
  const [begin, value] = name.split('=', 2);
  if (value !== undefined && longOption(begin)) {
    throw new CurlFault(fill(words.curl.needsBlank, { option: begin, place, right: `${begin} ${value}` }));
  }
  const asLong = word.text.startsWith('--') ? undefined : longOption(`-${word.text}`);
  const meant = asLong?.name ?? (name.startsWith('--') ? meantBy(name) : inOtherCase(name));
  const option = asLong ? word.text : name;
  throw new CurlFault(
    meant ? fill(words.curl.didYouMean, { option, place, right: meant }) : fill(words.curl.unknown, { option, place }),
  );
}

/** A letter whose other case is an option. */
function inOtherCase(name: string): string | undefined {
  const other = name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
  return shortOption(other.slice(1)) ? other : undefined;
}

/** What letters that are left out are taken for by mistake, and the values that tell. */
const SLIPS: Readonly<Record<string, { readonly right: string; readonly value: RegExp }>> = {
  '--proxy': { right: '-X', value: /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/i },
  '--dump-header': { right: '-d', value: /^\s*[{[]|=/ },
};

function refuseSlip(option: Option, value: string, word: Word, command: string): void {
  const slip = word.text.startsWith('--') ? undefined : SLIPS[option.name];
  if (slip?.value.test(value)) {
    const place = placeOf(command, word.at);
    throw new CurlFault(
      fill(words.curl.slip, { option: word.text.slice(0, 2), value: shortened(value), place, right: slip.right }),
    );
  }
}

function note(option: Option, remarks: Set<string>): void {
  if (option.use === 'refused') {
    throw new CurlFault(fill(words.curl.cannot, { reason: option.remark, option: option.name }));
  }
  if (option.remark) {
    remarks.add(fill(words.curl.leftOut, { option: option.name, reason: option.remark }));
  }
}

function written(option: Option, word: Word): string {
  return word.text.startsWith('--') ? option.name : word.text;
}
