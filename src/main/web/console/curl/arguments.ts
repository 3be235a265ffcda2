import { CurlFault, placeOf } from './fault';
import { letterMeantBy, longOption, meantBy, type Option, shortOption } from './options';
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
      refuseStray(word, command);
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
        const argument = { name: option.name, value: isNext ? given[at].text : (value ?? '') };
        refuseMistaken(argument, isNext, word, command);
        list.push(argument);
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

/** What is often left between the parts of a command. */
function refuseStray({ text, at }: Word, command: string): void {
  if (text === '/') {
    throw new CurlFault(fill(words.curl.slash, { place: placeOf(command, at) }));
  }
  if (/^curl(?:\.exe)?$/i.test(text)) {
    throw new CurlFault(fill(words.curl.secondCommand, { place: placeOf(command, at) }));
  }
}

/** An option whose value was forgotten, or whose letter was meant in its other case. */
function refuseMistaken({ name, value }: Argument, isNext: boolean, word: Word, command: string): void {
  if (isNext && (value.startsWith('--') ? longOption(value) : /^-[A-Za-z]$/.test(value) && shortOption(value[1]))) {
    throw new CurlFault(fill(words.curl.swallowed, { option: written({ name }, word), value }));
  }
  const [letter] = [...word.text.slice(1)].filter((one) => shortOption(one)?.name === name);
  const meant = word.text.startsWith('--') || !letter ? undefined : letterMeantBy(letter, value);
  if (meant) {
    const place = placeOf(command, word.at);
    throw new CurlFault(fill(words.curl.otherLetter, { option: `-${letter}`, place, right: `-${meant}` }));
  }
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
  const meant = longOption(`-${word.text}`);
  if (meant) {
    const place = placeOf(command, word.at);
    throw new CurlFault(fill(words.curl.didYouMean, { option: word.text, place, right: meant.name }));
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
  const [begin] = name.split('=', 1);
  if (begin !== name && longOption(begin)) {
    const right = `${begin} ${quoted(name.slice(begin.length + 1))}`;
    throw new CurlFault(fill(words.curl.needsBlank, { option: begin, place, right }));
  }
  const meant = name.startsWith('--') ? meantBy(name) : undefined;
  throw new CurlFault(
    meant
      ? fill(words.curl.didYouMean, { option: name, place, right: meant })
      : fill(words.curl.unknown, { option: name, place }),
  );
}

function note(option: Option, remarks: Set<string>): void {
  if (option.use === 'refused') {
    throw new CurlFault(fill(words.curl.cannot, { reason: option.remark, option: option.name }));
  }
  if (option.remark) {
    remarks.add(fill(words.curl.leftOut, { option: option.name, reason: option.remark }));
  }
}

/** So that a shell takes it for one value. */
function quoted(value: string): string {
  const quote = /^[\w@%+:,./=-]+$/.test(value) ? '' : value.includes("'") ? '"' : "'";
  return quote + value + quote;
}

function written(option: Pick<Option, 'name'>, word: Word): string {
  return word.text.startsWith('--') ? option.name : word.text;
}
