// A chat UI that embeds the buttons: properties are set before the module is there, as frameworks do.
import './policy.js';

const element = document.querySelector('custom-actions');
const { token, tokens, module, run } = element.dataset;

globalThis.events = [];
globalThis.stages = [];
globalThis.warnings = [];
globalThis.tokensAsked = 0;
const warn = console.warn;
console.warn = (...texts) => {
  globalThis.warnings.push(texts.join(' '));
  warn(...texts);
};
for (const name of ['actions-loaded', 'load-failed', 'action-asked', 'action-cancelled', 'action-started', 'action-notice', 'action-pending', 'action-executed', 'action-failed']) {
  document.body.addEventListener(name, ({ detail }) => globalThis.stages.push({ name, ...detail }));
}
for (const name of ['action-executed', 'action-failed']) {
  document.body.addEventListener(name, ({ detail }) => globalThis.events.push({ name, ...detail }));
}

if (token) {
  element.token = token;
}
if (tokens) {
  const supply = tokens.split(' ');
  element.getToken = async () => supply[Math.min(globalThis.tokensAsked++, supply.length - 1)];
}
await import(module);
if (run) {
  await element.execute(run);
}
