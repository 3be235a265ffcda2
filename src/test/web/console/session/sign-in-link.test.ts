import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signInLink } from 'web/console/session/sign-in-link';

const PAGE = 'https://actions.example.com/console/?action=1&tab=try';
const BACK = 'https%3A%2F%2Factions.example.com%2Fconsole%2F%3Faction%3D1%26tab%3Dtry';

const LINKS: ReadonlyArray<[signIn: string, link: string]> = [
  ['https://chat.example.com/login', `https://chat.example.com/login?return_to=${BACK}`],
  ['https://chat.example.com/login?a=1', `https://chat.example.com/login?a=1&return_to=${BACK}`],
  ['https://chat.example.com/login?a=1#top', `https://chat.example.com/login?a=1&return_to=${BACK}#top`],
  ['https://chat.example.com/login?next={return_to}&a=1', `https://chat.example.com/login?next=${BACK}&a=1`],
  ['https://chat.example.com/#/login?next={return_to}', `https://chat.example.com/#/login?next=${BACK}`],
];

for (const [signIn, link] of LINKS) {
  test(`should lead back from ${signIn}`, () => {
    assert.equal(signInLink(signIn, PAGE), link);
    assert.equal(signInLink(signIn, `${PAGE}#token=old`), link);
  });
}
