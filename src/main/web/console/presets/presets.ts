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
import type { Preset } from './preset';

/** What a new webhook can start from; the last is for everything that has none of its own. */
export const PRESETS: readonly Preset[] = [
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
