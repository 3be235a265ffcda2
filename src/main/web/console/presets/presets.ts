import airtable from './airtable.json' with { type: 'json' };
import anythingElse from './anything-else.json' with { type: 'json' };
import discord from './discord.json' with { type: 'json' };
import freshdesk from './freshdesk.json' with { type: 'json' };
import github from './github.json' with { type: 'json' };
import googleAppsScript from './google-apps-script.json' with { type: 'json' };
import hubspot from './hubspot.json' with { type: 'json' };
import jira from './jira.json' with { type: 'json' };
import linear from './linear.json' with { type: 'json' };
import n8n from './n8n.json' with { type: 'json' };
import notion from './notion.json' with { type: 'json' };
import salesforce from './salesforce.json' with { type: 'json' };
import slack from './slack.json' with { type: 'json' };
import telegram from './telegram.json' with { type: 'json' };
import zendesk from './zendesk.json' with { type: 'json' };
import { words } from '../words/spoken';
import { type Preset, slugOf } from './preset';

/** One that is offered, in the words of whoever reads it. */
export interface OfferedPreset extends Preset {
  /** How an address names it, whatever the language. */
  readonly slug: string;
}

const KNOWN: readonly Preset[] = [
  zendesk,
  freshdesk,
  hubspot,
  salesforce,
  jira,
  linear,
  github,
  slack,
  discord,
  telegram,
  googleAppsScript,
  n8n,
  notion,
  airtable,
  anythingElse,
];

/** What a new webhook can start from; the last is for everything that has none of its own. */
export const PRESETS: readonly OfferedPreset[] = KNOWN.map((preset) => ({
  ...preset,
  slug: slugOf(preset.title),
  title: spoken(preset.title),
  name: spoken(preset.name),
  asks: preset.asks.map(told),
  secrets: preset.secrets.map(told),
}));

function told<T extends { readonly label: string; readonly hint?: string }>(asked: T): T {
  return { ...asked, label: spoken(asked.label), ...(asked.hint ? { hint: spoken(asked.hint) } : {}) };
}

function spoken(text: string): string {
  return words.presets[text] ?? text;
}
